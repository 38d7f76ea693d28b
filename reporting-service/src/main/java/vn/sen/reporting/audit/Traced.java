package vn.sen.reporting.audit;

/** An entry and the partition whose chain it is a link of. */
public record Traced(LogPartition partition, Entry entry) {

  /** Where it stands in the trail. */
  public Place place() {
    return new Place(entry.at(), entry.id());
  }
}

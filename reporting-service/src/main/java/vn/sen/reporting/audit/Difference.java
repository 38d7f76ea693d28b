package vn.sen.reporting.audit;

/**
 * Where the trail, the log and the heads contradict each other.
 *
 * @param offset of the first record concerned
 */
public record Difference(String topic, int partition, long offset, Reason reason) {

  /** What is wrong. */
  public enum Reason {
    /** An entry is not what its record in the log makes it, or one of them was changed. */
    ENTRY_DIFFERS,
    /** The log has a record that the trail leaves out. */
    ENTRY_MISSING,
    /** The trail has an entry whose record the log has no more. */
    RECORD_MISSING,
    /** What searches go by was changed, so that entries are not found. */
    NOT_FOUND_BY_SEARCHES,
    /** The chain does not pass through a head that was stated before: it was made anew. */
    HEAD_DIFFERS,
    /** The trail is shorter than a head says that was stated before. */
    SHORTER_THAN_HEAD,
    /**
     * The topic was deleted, perhaps created anew: the log is not the one the trail was made of.
     */
    TOPIC_GONE
  }
}

package vn.sen.reporting.audit;

/**
 * One partition of one incarnation of a topic: a topic that was deleted and created anew has
 * another id.
 */
public record LogPartition(String topic, String topicId, int number) {

  /** Names the partition's chain. */
  public String id() {
    return topicId + "/" + number;
  }
}

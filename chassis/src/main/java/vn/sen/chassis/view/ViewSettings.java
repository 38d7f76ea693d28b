package vn.sen.chassis.view;

import java.time.Duration;

/**
 * How a view is folded.
 *
 * @param bootstrap the Kafka brokers
 * @param group {@code <service>.<purpose>}
 * @param serving the longest time between two checkpoints while readers expect fresh figures
 * @param caughtUp while fewer records wait, the view's own pace holds: under load some always do
 * @param catchingUp the longest time while far behind: small checkpoints cost most
 * @param farBehind how many records are far behind
 * @param follow how often foreign partitions are looked at
 * @param check how often the log's end and the topics' ids are looked at
 * @param session how long a dead instance keeps its partitions
 */
public record ViewSettings(
    String bootstrap,
    String group,
    Duration serving,
    long caughtUp,
    Duration catchingUp,
    long farBehind,
    Duration follow,
    Duration check,
    Duration session) {

  /** The group that folds a view of a service; its dead letters are delivered again under it. */
  static String group(String service, String view) {
    return service + "." + view;
  }

  /** The settings that serve most views. */
  public static ViewSettings of(String bootstrap, String group) {
    return new ViewSettings(
        bootstrap,
        group,
        Duration.ofMillis(200),
        1_000,
        Duration.ofSeconds(10),
        50_000,
        Duration.ofMillis(50),
        Duration.ofSeconds(1),
        Duration.ofSeconds(6));
  }
}

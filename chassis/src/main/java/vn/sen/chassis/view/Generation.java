package vn.sen.chassis.view;

/**
 * One way through the log: a view that is rebuilt gets another one, with rows, offsets and a
 * consumer group of its own.
 *
 * @param number rises from 1 and is never used again
 * @param rules the version of the counting rules it is folded by
 */
public record Generation(int number, int rules) {

  /** What its collections, its group and its positions bear; the first one bears nothing. */
  String mark() {
    return number == 1 ? "" : "g" + number;
  }

  /** The name of the view's collections in this generation. */
  String collections(String view) {
    return number == 1 ? view : view + "_" + mark();
  }

  /** The group whose members share this generation's partitions. */
  String members(String group) {
    return number == 1 ? group : group + "." + mark();
  }
}

package vn.sen.chassis.view;

/** A row of one partition in memory. Only the engine's thread touches it. */
final class Row<K> {

  /** The watermark of a row that is not in the store yet. */
  static final long NEW = -1;

  final K key;

  /** With everything folded so far. */
  long value;

  /** What readers were told last. */
  long visible;

  /**
   * The offset up to which the store's document has counted; the next write must find exactly it.
   */
  long durableWatermark = NEW;

  /** The offset up to which {@link #value} has counted. */
  long watermark = NEW;

  boolean dirty;

  /** The load that confirmed the row last. */
  int loaded;

  Row(K key) {
    this.key = key;
  }
}

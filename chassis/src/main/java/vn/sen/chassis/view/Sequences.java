package vn.sen.chassis.view;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The last sequence of every aggregate of one partition, in buckets that are written one by one.
 */
final class Sequences {

  /**
   * Fixed for ever, because the bucket's number is part of a document's id. With 27,000 aggregates
   * in a partition one event rewrites 2.5 kB.
   */
  static final int BUCKETS = 256;

  private final @Nullable SequenceBucket[] buckets = new SequenceBucket[BUCKETS];
  private final List<Integer> dirty = new ArrayList<>();

  static long mix(long high, long low) {
    long h = (high ^ Long.rotateLeft(low, 31)) * 0x9E3779B97F4A7C15L;
    h = (h ^ (h >>> 29)) * 0xBF58476D1CE4E5B9L;
    return h ^ (h >>> 32);
  }

  static int bucketOf(UUID aggregate) {
    return bucketOf(aggregate.getMostSignificantBits(), aggregate.getLeastSignificantBits());
  }

  private static int bucketOf(long high, long low) {
    return (int) mix(high, low) & (BUCKETS - 1);
  }

  long get(long high, long low) {
    var bucket = buckets[bucketOf(high, low)];
    return bucket == null ? 0 : bucket.get(high, low);
  }

  long get(UUID aggregate) {
    return get(aggregate.getMostSignificantBits(), aggregate.getLeastSignificantBits());
  }

  void put(long high, long low, long sequence) {
    int number = bucketOf(high, low);
    var bucket = buckets[number];
    if (bucket == null) {
      bucket = new SequenceBucket();
      buckets[number] = bucket;
    }
    bucket.put(high, low, sequence);
    if (!bucket.dirty) {
      bucket.dirty = true;
      dirty.add(number);
    }
  }

  void load(int number, SequenceBucket bucket) {
    buckets[number] = bucket;
  }

  /** Numbers of the buckets changed since the last checkpoint. */
  List<Integer> dirty() {
    return dirty;
  }

  SequenceBucket bucket(int number) {
    var bucket = buckets[number];
    if (bucket == null) {
      throw new IllegalArgumentException("No bucket " + number);
    }
    return bucket;
  }

  /** The buckets that were dirty are in the store now, with this watermark. */
  void written(long watermark) {
    for (int number : dirty) {
      var bucket = bucket(number);
      bucket.durableWatermark = watermark;
      bucket.dirty = false;
    }
    dirty.clear();
  }

  int aggregates() {
    int sum = 0;
    for (var bucket : buckets) {
      sum += bucket == null ? 0 : bucket.size();
    }
    return sum;
  }
}

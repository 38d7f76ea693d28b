package vn.sen.chassis.view;

import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * One partition as this instance sees it: folded by itself, or followed while another instance
 * folds it.
 */
final class Shard<K> {

  final PartitionFold<K> fold;
  final TopicPartition topicPartition;

  /**
   * Of the incarnation whose figures are shown; another one than the broker's if the topic is new.
   */
  Partition partition;

  boolean owned;

  /** Whether the memory holds what the store holds; false after any failure. */
  boolean loaded;

  /** Not before this {@link System#nanoTime} is the store asked again. */
  long retryAt = System.nanoTime();

  /** Why the partition is not folded, though it could be read; null if all is well. */
  @Nullable String problem;

  /** The next offset that readers do not see; −1 before anything was loaded. */
  long visible = -1;

  long visibleAppendedAt;

  /** The log's end when it was looked at last, and when that was (epoch milliseconds). */
  long end;

  long endAt;

  /** Everything appended by then (epoch milliseconds) is visible. */
  long freshAt;

  Shard(TopicPartition topicPartition, Partition partition, PartitionFold<K> fold) {
    this.topicPartition = topicPartition;
    this.partition = partition;
    this.fold = fold;
  }

  boolean folds() {
    return owned && loaded && problem == null;
  }

  /** Shows readers what is durable, if the memory is even and they have not seen more already. */
  boolean publish(RowSink<K> readers) {
    if (fold.committed() < visible || !fold.publish(readers)) {
      return false;
    }
    visible = fold.committed();
    visibleAppendedAt = fold.appendedAt();
    freshAt = Math.max(freshAt, visibleAppendedAt);
    refresh();
    return true;
  }

  void endSeen(long offset, long at) {
    end = offset;
    endAt = at;
    refresh();
  }

  private void refresh() {
    if (visible >= end) {
      freshAt = Math.max(freshAt, endAt);
    }
  }
}

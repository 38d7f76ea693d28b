package vn.sen.chassis.view;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where checkpoints are kept. Every write is a compare-and-set on what was read; {@link
 * Checkpoints} calls them in the order that makes a crash between any two of them harmless. All
 * methods throw unchecked exceptions when the store is away.
 *
 * @param <K> the key of a row
 */
interface CheckpointStore<K> {

  /** Creates what loads are fast with; called again it does nothing. */
  void prepare();

  /** The positions of all partitions folded so far, also of deleted topics. */
  Collection<StoredPosition> positions();

  /**
   * What is held of a partition; position 0 if nothing is.
   *
   * @param toFold whether sequences and parked events are needed, or only what readers see
   */
  StoredPartition<K> load(Partition partition, boolean toFold);

  /** The rows that have counted that offset or later. */
  List<StoredRow<K>> rowsSince(Partition partition, long offset);

  /**
   * Aggregates with events that wait for a predecessor, in the order of partitions and ids.
   *
   * @param after the last one of the page before, or null
   */
  List<ParkedAggregate> parked(@Nullable ParkedAggregate after, int limit);

  /** One bucket as the store has it now, or null. */
  @Nullable SequenceBucket bucket(Partition partition, int number);

  /**
   * Writes changed rows.
   *
   * @throws StaleOwnerException if a row is not as it was read; others may have been written
   */
  void writeRows(Collection<Pending<K>> pending);

  /**
   * Writes newly parked events, then the changed buckets.
   *
   * @throws StaleOwnerException if a bucket is not as it was read
   */
  void writeSequencesAndParked(Collection<Pending<K>> pending);

  /**
   * Commits the offsets.
   *
   * @throws StaleOwnerException if a position is not as it was read
   */
  void writePositions(Collection<Pending<K>> pending);

  /** Removes released events, which the committed offsets have passed. */
  void removeReleased(Collection<Pending<K>> pending);

  /** A partition with something to write. */
  record Pending<K>(Partition partition, PartitionFold<K> fold) {}
}

package vn.sen.chassis.view;

import java.util.List;
import java.util.Map;

/**
 * What the store holds of a partition.
 *
 * @param position the next offset to fold
 * @param sequences buckets by number
 */
record StoredPartition<K>(
    long position,
    long appendedAt,
    Iterable<StoredRow<K>> rows,
    Map<Integer, SequenceBucket> sequences,
    List<ParkedEvent> parked) {}

package vn.sen.chassis.view;

/**
 * How far a partition has been folded.
 *
 * @param next the next offset to fold
 * @param appendedAt when the last record before it was appended, epoch milliseconds
 */
record StoredPosition(Partition partition, long next, long appendedAt) {}

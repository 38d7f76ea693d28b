package vn.sen.chassis.view;

/**
 * A row as the store has it.
 *
 * @param watermark the offset up to which the value has counted
 */
record StoredRow<K>(K key, long watermark, long value) {}

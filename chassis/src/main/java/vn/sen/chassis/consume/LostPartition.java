package vn.sen.chassis.consume;

/**
 * Another instance wrote what only the partition's owner writes; this one looks again before it
 * goes on.
 */
final class LostPartition extends RuntimeException {
  LostPartition(String id) {
    super("Written by another instance meanwhile: " + id);
  }
}

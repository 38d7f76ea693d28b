package vn.sen.chassis.consume;

/**
 * An event that concerns the handler came after a later one of its aggregate was handled as the
 * first.
 */
final class LateEvent extends RuntimeException {
  LateEvent(long sequence, long first) {
    super(
        "Version " + sequence + " came after version " + first + " had been handled as the first");
  }
}

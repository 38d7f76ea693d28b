package vn.sen.chassis.view;

/** The store moved on since it was read: another instance has folded this partition meanwhile. */
final class StaleOwnerException extends RuntimeException {
  StaleOwnerException(String what) {
    super(what);
  }
}

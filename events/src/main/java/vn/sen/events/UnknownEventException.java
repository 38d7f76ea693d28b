package vn.sen.events;

/** An event of a type that this reader does not know: usually a newer version of a known one. */
public final class UnknownEventException extends RuntimeException {
  public UnknownEventException(String name) {
    super("Unknown event type " + name);
  }
}

package vn.sen.events;

import org.jspecify.annotations.Nullable;

/** A record whose headers or data cannot be read as the event it claims to be. */
public final class MalformedEventException extends RuntimeException {
  public MalformedEventException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

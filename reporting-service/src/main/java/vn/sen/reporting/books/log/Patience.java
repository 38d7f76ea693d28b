package vn.sen.reporting.books.log;

import java.time.Duration;

/** So long one reader waits, whatever for: it runs out from the moment she comes. */
public final class Patience {

  private final long end;

  Patience(Duration most) {
    this.end = System.nanoTime() + most.toNanos();
  }

  /** What is left of it, in nanoseconds; nothing if it is not positive. */
  long left() {
    return end - System.nanoTime();
  }
}

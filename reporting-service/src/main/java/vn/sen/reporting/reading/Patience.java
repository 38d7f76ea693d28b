package vn.sen.reporting.reading;

import java.time.Duration;

/** So long one reader waits, whatever for: it runs out from the moment she comes. */
public final class Patience {

  /** So long a reader waits for what is dear. */
  public static final Duration OF_A_READER = Duration.ofSeconds(20);

  private final long end;

  public Patience(Duration most) {
    this.end = System.nanoTime() + most.toNanos();
  }

  /** What is left of it, in nanoseconds; nothing if it is not positive. */
  public long left() {
    return end - System.nanoTime();
  }
}

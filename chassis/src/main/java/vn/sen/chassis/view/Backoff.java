package vn.sen.chassis.view;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Waits longer after each failure in a row, up to five seconds; it never gives up. */
final class Backoff {

  private static final long FIRST = 100;
  private static final long LONGEST = 5_000;

  private int failures;

  Duration next() {
    long millis = Math.min(LONGEST, FIRST << Math.min(failures++, 10));
    return Duration.ofMillis(millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1));
  }

  void succeeded() {
    failures = 0;
  }
}

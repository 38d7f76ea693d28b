package vn.sen.acceptance.faults;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other processes do. */
final class Waiting {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private Waiting() {}

  /** Whether the condition came to hold in time. */
  static boolean until(Duration atMost, BooleanSupplier condition) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() >= deadline || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
    return true;
  }

  /**
   * Waits for the condition.
   *
   * @throws IllegalStateException if it does not come to hold in time
   */
  static void require(String what, Duration atMost, BooleanSupplier condition) {
    if (!until(atMost, condition)) {
      throw new IllegalStateException("Not within " + atMost.toSeconds() + " s: " + what);
    }
  }

  /** Lets a time pass: how long a fault lasts, or until a client goes on. */
  static void pass(long millis) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(millis);
  }
}

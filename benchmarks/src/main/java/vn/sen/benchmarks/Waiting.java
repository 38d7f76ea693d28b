package vn.sen.benchmarks;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what only can be asked for. */
public final class Waiting {

  private static final long ASK_AGAIN_NANOS = 10_000_000;

  private Waiting() {}

  /**
   * Returns as soon as the condition holds.
   *
   * @throws IllegalStateException if it takes too long
   */
  public static void until(String what, Duration atMost, BooleanSupplier condition) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("Not within " + atMost + ": " + what);
      }
      LockSupport.parkNanos(ASK_AGAIN_NANOS);
    }
  }
}

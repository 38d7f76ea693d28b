package vn.sen.reporting.reading;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import vn.sen.chassis.domain.RuleViolation;

/**
 * Lets only so many readers at once do what is dear; the others wait, not for ever. Thread-safe.
 */
public final class Turns {

  /** So long a reader waits for her turn; the gateway waits no longer. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Semaphore turns;
  private final Duration patience;
  private final Supplier<? extends RuleViolation> busy;

  /**
   * @param busy what a reader is told who has waited long enough
   */
  public Turns(int atOnce, Supplier<? extends RuleViolation> busy) {
    this(atOnce, PATIENCE, busy);
  }

  Turns(int atOnce, Duration patience, Supplier<? extends RuleViolation> busy) {
    this.turns = new Semaphore(atOnce, true);
    this.patience = patience;
    this.busy = busy;
  }

  /** Does something when there is a turn. */
  public <T> T take(Supplier<T> action) {
    await();
    try {
      return action.get();
    } finally {
      turns.release();
    }
  }

  private void await() {
    try {
      if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw busy.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy.get();
    }
  }
}

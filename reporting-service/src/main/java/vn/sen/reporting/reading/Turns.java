package vn.sen.reporting.reading;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import vn.sen.chassis.domain.RuleViolation;

/**
 * Lets only so many readers at once do what is dear; the others wait, not for ever. Thread-safe.
 */
public final class Turns {

  private final Semaphore turns;
  private final Supplier<? extends RuleViolation> busy;

  /**
   * @param busy what a reader is told who has waited long enough
   */
  public Turns(int atOnce, Supplier<? extends RuleViolation> busy) {
    this.turns = new Semaphore(atOnce, true);
    this.busy = busy;
  }

  /** Does something when there is a turn. */
  public <T> T take(Patience patience, Supplier<T> action) {
    await(patience);
    try {
      return action.get();
    } finally {
      turns.release();
    }
  }

  private void await(Patience patience) {
    try {
      if (!turns.tryAcquire(patience.left(), TimeUnit.NANOSECONDS)) {
        throw busy.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy.get();
    }
  }
}

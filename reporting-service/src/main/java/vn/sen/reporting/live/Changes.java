package vn.sen.reporting.live;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts how often figures have changed, and wakes whoever waits for it. */
public final class Changes {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Condition ended = lock.newCondition();
  private long count;
  private boolean over;

  /** Some figures, or the map that sums them, are other ones now. */
  public void happened() {
    locked(
        () -> {
          count++;
          changed.signalAll();
        });
  }

  /** No more will be told: everybody stops waiting. */
  public void end() {
    locked(
        () -> {
          over = true;
          changed.signalAll();
          ended.signalAll();
        });
  }

  /** Changes are told again. */
  public void begin() {
    locked(() -> over = false);
  }

  private void locked(Runnable action) {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }

  /** How many there were. */
  public long count() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }

  /** Whether the end has come. */
  public boolean over() {
    lock.lock();
    try {
      return over;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until there were more than that many, for a time at most, or until the end. */
  void await(long known, Duration atMost) throws InterruptedException {
    long left = atMost.toNanos();
    lock.lockInterruptibly();
    try {
      while (count <= known && !over && left > 0) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Lets a time pass, whatever changes, or the end come. */
  void pause(Duration time) throws InterruptedException {
    long until = System.nanoTime() + time.toNanos();
    lock.lockInterruptibly();
    try {
      for (long left = time.toNanos(); !over && left > 0; left = until - System.nanoTime()) {
        ended.await(left, TimeUnit.NANOSECONDS);
      }
    } finally {
      lock.unlock();
    }
  }
}

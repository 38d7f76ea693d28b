package vn.sen.reporting.live.web;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.sen.reporting.live.Changes;

class ViewWatchTest {

  private final AtomicInteger position = new AtomicInteger();
  private final Changes changes = new Changes();
  private Thread watch = Thread.ofVirtual().unstarted(() -> {});

  @AfterEach
  void stop() {
    watch.interrupt();
  }

  /** As a view waits, but for ever: whoever is not told then is never told. */
  private synchronized boolean waits(BooleanSupplier condition, Duration atMost)
      throws InterruptedException {
    while (!condition.getAsBoolean()) {
      wait();
    }
    return true;
  }

  private synchronized void moves() {
    position.incrementAndGet();
    notifyAll();
  }

  private void watch(Runnable telling) {
    watch =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    ViewWatch.tell(position::get, this::waits, telling);
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
  }

  private void awaitTold(long times) {
    await().atMost(Duration.ofSeconds(10)).until(() -> changes.count() == times);
  }

  @Test
  void tellsEachTimeAViewHasMovedOn() {
    watch(changes::happened);
    awaitTold(1);
    moves();
    awaitTold(2);
  }

  @Test
  void aMoveWhileItTellsIsToldAsWell() {
    // given a view that moves on just when followers have been told, and never again
    watch(
        () -> {
          changes.happened();
          if (changes.count() == 1) {
            moves();
          }
        });
    // then they are told of that
    awaitTold(2);
  }
}

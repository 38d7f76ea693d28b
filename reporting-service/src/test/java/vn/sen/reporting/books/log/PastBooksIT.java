package vn.sen.reporting.books.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.sen.chassis.view.ViewFactory;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.reporting.ReportingService;
import vn.sen.reporting.membership.MembershipReporter;
import vn.sen.reporting.membership.MembershipView;

/** Readers of the past wait for each other, on a real broker. */
class PastBooksIT extends ReportingService {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  @Autowired private ViewFactory views;
  @Autowired private MembershipReporter membership;
  @Autowired private Clock clock;

  @Test
  void whoeverVerifiesReadsTheLogAgainWhateverIsRemembered() throws Exception {
    // given books that are remembered, and somebody who is long in the log
    var past = new PastBooks(views.log(), views.replay(), membership, clock, PATIENCE);
    var now = past.now();
    var remembered = past.past(now);
    var inTheLog = new CountDownLatch(1);
    var over = new CountDownLatch(1);
    try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
      readers.submit(
          () ->
              past.tell(
                  new MembershipView(),
                  ViewPosition.NONE,
                  now,
                  past.patience(),
                  (_, _, _) -> hold(inTheLog, over)));
      inTheLog.await();
      try {
        // then a reader of the day waits for nothing, and who verifies waits for the log
        assertThat(past.past(now)).isSameAs(remembered);
        assertThatThrownBy(() -> past.afresh(now)).isInstanceOf(PastBusy.class);
      } finally {
        over.countDown();
      }
    }
    // and is given books of her own, which nobody else is given afterwards
    var afresh = past.afresh(now);
    assertThat(afresh.books()).isNotSameAs(remembered.books());
    assertThat(past.past(now)).isSameAs(remembered);
  }

  @Test
  void nobodyWaitsForThePatienceOfOthers() throws Exception {
    // given somebody who is long in the log
    var past = new PastBooks(views.log(), views.replay(), membership, clock, PATIENCE);
    var now = past.now();
    var inTheLog = new CountDownLatch(1);
    var over = new CountDownLatch(1);
    try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
      readers.submit(
          () ->
              past.tell(
                  new MembershipView(),
                  ViewPosition.NONE,
                  now,
                  past.patience(),
                  (_, _, _) -> hold(inTheLog, over)));
      inTheLog.await();
      try {
        // when several ask for the same day
        long asked = System.nanoTime();
        var waiting = Stream.generate(() -> readers.submit(() -> past.past(now))).limit(3).toList();
        // then all are told at about the same time that they wait in vain
        for (var one : waiting) {
          assertThatThrownBy(one::get)
              .isInstanceOf(ExecutionException.class)
              .hasCauseInstanceOf(PastBusy.class);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - asked))
            .isLessThan(PATIENCE.multipliedBy(2));
      } finally {
        over.countDown();
      }
    }
  }

  private static void hold(CountDownLatch inTheLog, CountDownLatch over) {
    inTheLog.countDown();
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package vn.sen.lending.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class WorkAheadTest {

  @Test
  void resultsComeInTheOrderInWhichTheWorkWasBegun() {
    var second = new CountDownLatch(1);
    try (var work = new WorkAhead<String>()) {
      // when the second ends before the first
      work.begin(
          () -> {
            second.await();
            return "first";
          });
      work.begin(
          () -> {
            second.countDown();
            return "second";
          });
      // then
      assertThat(work.size()).isEqualTo(2);
      assertThat(work.next()).isEqualTo("first");
      assertThat(work.next()).isEqualTo("second");
      assertThat(work.size()).isZero();
    }
  }

  @Test
  void whatTheWorkThrewIsThrownToWhoeverAsks() {
    var failure = new IllegalArgumentException("no room");
    try (var work = new WorkAhead<String>()) {
      work.begin(
          () -> {
            throw failure;
          });
      assertThatThrownBy(work::next).isSameAs(failure);
    }
  }

  @Test
  void nothingGoesOnBehindItsEnd() {
    var begun = new CountDownLatch(1);
    var done = new AtomicBoolean();
    var closing = new CountDownLatch(1);
    try (var work = new WorkAhead<Boolean>()) {
      work.begin(
          () -> {
            begun.countDown();
            closing.await();
            done.set(true);
            return true;
          });
      // the work can only end when the end has begun
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  begun.await();
                  closing.countDown();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
    }
    assertThat(done).isTrue();
  }
}

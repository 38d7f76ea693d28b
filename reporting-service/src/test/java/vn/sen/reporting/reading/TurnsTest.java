package vn.sen.reporting.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private final Turns turns = new Turns(1, () -> new LogNotReadable(new IllegalStateException()));

  private static Patience patience() {
    return new Patience(Duration.ofMillis(50));
  }

  @Test
  void whoeverHasWaitedLongEnoughIsToldSo() throws Exception {
    // given a reader who has the only turn
    var has = new CountDownLatch(1);
    var ends = new CountDownLatch(1);
    var other =
        Thread.ofVirtual()
            .start(
                () ->
                    turns.take(
                        patience(),
                        () -> {
                          has.countDown();
                          try {
                            return ends.await(1, java.util.concurrent.TimeUnit.MINUTES);
                          } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                          }
                        }));
    has.await();
    // when another one comes, then she does not wait for ever
    assertThatThrownBy(() -> turns.take(patience(), () -> "found"))
        .isInstanceOf(LogNotReadable.class);
    // and after the first one there is a turn again
    ends.countDown();
    other.join();
    assertThat(turns.take(patience(), () -> "found")).isEqualTo("found");
  }
}

package vn.sen.reporting.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AnswersTest {

  private final Answers<String, String> answers = new Answers<>();
  private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);
  private final AtomicInteger found = new AtomicInteger();

  @AfterEach
  void end() {
    mayEnd.countDown();
    readers.close();
  }

  private Supplier<String> slowly(String answer) {
    return () -> {
      begun.countDown();
      try {
        assertThat(mayEnd.await(20, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
      return found(answer).get();
    };
  }

  private Supplier<String> found(String answer) {
    return () -> answer + found.incrementAndGet();
  }

  private Callable<String> read(int version, Supplier<String> find) {
    return () -> answers.get("members", version, find);
  }

  @Test
  void anAnswerStaysUntilWhatItIsMadeOfChanges() throws Exception {
    assertThat(read(1, found("a")).call()).isEqualTo("a1");
    assertThat(read(1, found("a")).call()).isEqualTo("a1");
    assertThat(read(2, found("b")).call()).isEqualTo("b2");
  }

  @Test
  void whoAsksForAKnownAnswerDoesNotWaitForAnother() throws Exception {
    // given an answer, and the next one of the same question in the making
    read(1, found("a")).call();
    var next = readers.submit(read(2, slowly("b")));
    begun.await();
    // when a reader asks whose figures are still the former ones
    var former = readers.submit(read(1, found("again")));
    // then she has the answer at once
    assertThat(former.get(5, TimeUnit.SECONDS)).isEqualTo("a1");
    assertThat(next.isDone()).isFalse();
    mayEnd.countDown();
    assertThat(next.get()).isEqualTo("b2");
  }

  @Test
  void oneOfManyReadersFindsTheAnswer() throws Exception {
    // given one who finds the answer
    var first = readers.submit(read(1, slowly("a")));
    begun.await();
    // when others ask the same
    var others = Stream.generate(() -> readers.submit(read(1, found("again")))).limit(5).toList();
    mayEnd.countDown();
    // then they have hers
    assertThat(first.get()).isEqualTo("a1");
    for (var other : others) {
      assertThat(other.get()).isEqualTo("a1");
    }
  }

  @Test
  void whatCouldNotBeFoundIsLookedForAgain() throws Exception {
    assertThatThrownBy(
            () ->
                answers.get(
                    "members",
                    1,
                    () -> {
                      throw new IllegalStateException("not now");
                    }))
        .hasMessage("not now");
    assertThat(read(1, found("a")).call()).isEqualTo("a1");
  }

  @Test
  void soManyAreRemembered() {
    var few = new Answers<String, String>(2);
    few.get("1", 1, found("a"));
    few.get("2", 1, found("b"));
    few.get("1", 1, found("again"));
    few.get("3", 1, found("c"));
    // then the one asked for longest ago is gone
    assertThat(few.get("1", 1, found("again"))).isEqualTo("a1");
    assertThat(few.get("2", 1, found("again"))).isEqualTo("again4");
  }
}

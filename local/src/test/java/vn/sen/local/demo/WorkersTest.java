package vn.sen.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkersTest {

  private final Progress progress =
      new Progress(new PrintStream(OutputStream.nullOutputStream()), false, () -> 0);

  @Test
  void each_is_done_once_and_never_too_many_at_once() {
    // given
    var items = IntStream.range(0, 2_000).boxed().toList();
    Set<Integer> done = ConcurrentHashMap.newKeySet();
    var running = new AtomicInteger();
    var most = new AtomicInteger();

    // when
    new Workers(4)
        .forEach(
            items,
            progress,
            i -> {
              most.accumulateAndGet(running.incrementAndGet(), Math::max);
              Thread.yield();
              assertThat(done.add(i)).isTrue();
              running.decrementAndGet();
            });

    // then
    assertThat(done).hasSize(2_000);
    assertThat(most.get()).isBetween(1, 4);
  }

  @Test
  void after_a_failure_nothing_more_is_begun() {
    var begun = new AtomicInteger();

    assertThatThrownBy(
            () ->
                new Workers(2)
                    .forEach(
                        IntStream.range(0, 1_000).boxed().toList(),
                        progress,
                        i -> {
                          begun.incrementAndGet();
                          throw new StepFailed("no " + i);
                        }))
        .isInstanceOf(StepFailed.class)
        .hasMessageStartingWith("no ");
    assertThat(begun).hasValueLessThanOrEqualTo(2);
  }

  @Test
  void nothing_to_do_is_fine() {
    new Workers(3).forEach(List.<Integer>of(), progress, i -> assertThat(i).isNull());
  }
}

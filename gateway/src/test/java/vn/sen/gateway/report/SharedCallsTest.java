package vn.sen.gateway.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class SharedCallsTest {

  private final SharedCalls<String> calls = new SharedCalls<>(Duration.ofMinutes(1));
  private final List<Sinks.One<String>> begun = new CopyOnWriteArrayList<>();

  private CompletableFuture<String> join(SharedCalls<String> calls, String key) {
    Mono<String> work =
        Mono.defer(
            () -> {
              Sinks.One<String> result = Sinks.one();
              begun.add(result);
              return result.asMono();
            });
    return calls.join(key, work).toFuture();
  }

  private CompletableFuture<String> join() {
    return join(calls, "report");
  }

  private void end(int call, String result) {
    begun.get(call).tryEmitValue(result).orThrow();
  }

  @Test
  void whoComesAloneBeginsAtOnce() {
    // given
    var alone = join();
    // when
    end(0, "1");
    // then
    assertThat(alone).isCompletedWithValue("1");
  }

  @Test
  void whoComeDuringACallShareTheNextOne() {
    // given
    var first = join();
    var second = join();
    var third = join();
    assertThat(begun).hasSize(1);
    // when
    end(0, "1");
    // then
    assertThat(first).isCompletedWithValue("1");
    assertThat(List.of(second, third)).noneMatch(CompletableFuture::isDone);
    assertThat(begun).hasSize(2);
    // when
    end(1, "2");
    // then
    assertThat(second).isCompletedWithValue("2");
    assertThat(third).isCompletedWithValue("2");
  }

  @Test
  void whoComesAfterwardsGetsNothingOld() {
    // given
    join();
    end(0, "1");
    // when
    var later = join();
    // then
    assertThat(later).isNotDone();
    assertThat(begun).hasSize(2);
  }

  @Test
  void aCallWithoutResultIsSharedToo() {
    // given
    join();
    var second = join();
    var third = join();
    end(0, "1");
    // when
    begun.get(1).tryEmitEmpty().orThrow();
    // then
    assertThat(second).isCompletedWithValue(null);
    assertThat(third).isCompletedWithValue(null);
  }

  @Test
  void aFailureReachesWhoSharedTheCallAndNobodyElse() {
    // given
    var first = join();
    var second = join();
    // when
    begun.get(0).tryEmitError(new IOException("gone")).orThrow();
    end(1, "2");
    // then
    assertThat(first).isCompletedExceptionally();
    assertThat(second).isCompletedWithValue("2");
  }

  @Test
  void whoLeavesTakesTheCallFromNobody() {
    // given
    var first = join();
    var second = join();
    var third = join();
    // when
    first.cancel(true);
    second.cancel(true);
    end(0, "1");
    end(1, "2");
    // then
    assertThat(third).isCompletedWithValue("2");
  }

  @Test
  void otherKeysDoNotWait() {
    // given
    join();
    // when
    var other = join(calls, "other");
    end(1, "2");
    // then
    assertThat(other).isCompletedWithValue("2");
  }

  @Test
  void aCallThatHangsIsNotWaitedForWithoutEnd() {
    // given
    var impatient = new SharedCalls<String>(Duration.ofMillis(20));
    var first = join(impatient, "report");
    // when
    var second = join(impatient, "report");
    await().until(() -> begun.size() == 2);
    end(1, "2");
    // then
    assertThat(second).isCompletedWithValue("2");
    assertThat(first).isNotDone();
  }
}

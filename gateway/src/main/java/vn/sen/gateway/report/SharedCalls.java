package vn.sen.gateway.report;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Lets callers with the same key share a call that begins after all of them have come. Who comes
 * while a call is under way waits for the next one, which begins when the first has ended.
 */
final class SharedCalls<V> {

  private final ConcurrentMap<String, Call> newest = new ConcurrentHashMap<>();
  private final Duration patience;

  /**
   * @param patience after which a call no longer waits for the one before it, which may hang
   */
  SharedCalls(Duration patience) {
    this.patience = patience;
  }

  /**
   * @param work is subscribed to once for all who share it, with the context of the first of them;
   *     none of them can cancel it
   */
  Mono<V> join(String key, Mono<V> work) {
    return Mono.deferContextual(
        context -> {
          var mine = new Call(key, work.contextWrite(context));
          var joined =
              newest.compute(
                  key, (_, last) -> last == null || last.begun ? mine.after(last) : last);
          if (joined == mine) {
            mine.start();
          }
          return joined.outcome.asMono();
        });
  }

  private final class Call {

    private final String key;
    private final Mono<V> work;
    private final Sinks.One<V> outcome = Sinks.one();
    private Mono<Void> before = Mono.empty();
    private volatile boolean begun;

    Call(String key, Mono<V> work) {
      this.key = key;
      this.work = work;
    }

    Call after(@Nullable Call last) {
      if (last != null) {
        before = last.outcome.asMono().then().onErrorComplete().timeout(patience, Mono.empty());
      }
      return this;
    }

    void start() {
      before
          .then(Mono.defer(this::begin))
          .doFinally(_ -> newest.remove(key, this))
          .subscribe(outcome::tryEmitValue, outcome::tryEmitError, outcome::tryEmitEmpty);
    }

    private Mono<V> begin() {
      begun = true;
      return work;
    }
  }
}

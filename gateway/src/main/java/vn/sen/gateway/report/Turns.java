package vn.sen.gateway.report;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Lets requests of the same key share what one of them finds out. While one asks, all others that
 * come wait for the next turn, which begins when this one has its answer; so nobody gets an answer
 * that was found before she asked.
 *
 * @param <K> what is asked for
 * @param <V> what is found out
 */
final class Turns<K, V> {

  /** One question, and those who wait for its answer. */
  private static final class Turn<V> {
    private final Sinks.One<Optional<V>> found = Sinks.one();
    private final Sinks.Empty<Void> over = Sinks.empty();
  }

  private record Line<V>(Turn<V> asking, @Nullable Turn<V> next) {}

  private final ConcurrentHashMap<K, Line<V>> lines = new ConcurrentHashMap<>();

  /**
   * Asks, or waits for somebody else's answer.
   *
   * @param ask asks for oneself; tells its argument what others may have, or that there is nothing,
   *     as soon as it is known
   * @param take what to do with somebody else's answer
   * @param alone what to do where the other one found nothing to share, failed or gave up
   */
  Mono<Void> share(
      K key,
      Function<Consumer<Optional<V>>, Mono<Void>> ask,
      Function<V, Mono<Void>> take,
      Mono<Void> alone) {
    return Mono.defer(
        () -> {
          var mine = new Turn<V>();
          var line = lines.compute(key, (_, present) -> join(present, mine));
          if (line.asking() == mine) {
            return lead(key, mine, Mono.empty(), ask);
          }
          if (line.next() == mine) {
            return lead(key, mine, line.asking().over.asMono(), ask);
          }
          return Objects.requireNonNull(line.next())
              .found
              .asMono()
              .flatMap(found -> found.map(take).orElse(alone));
        });
  }

  private static <V> Line<V> join(@Nullable Line<V> present, Turn<V> mine) {
    if (present == null) {
      return new Line<>(mine, null);
    }
    return present.next() == null ? new Line<>(present.asking(), mine) : present;
  }

  private Mono<Void> lead(
      K key, Turn<V> mine, Mono<Void> before, Function<Consumer<Optional<V>>, Mono<Void>> ask) {
    return before
        .then(Mono.defer(() -> ask.apply(found -> end(key, mine, found))))
        .doFinally(_ -> end(key, mine, Optional.empty()));
  }

  private void end(K key, Turn<V> mine, Optional<V> found) {
    lines.computeIfPresent(key, (_, line) -> leave(line, mine));
    mine.found.tryEmitValue(found);
    mine.over.tryEmitEmpty();
  }

  private static <V> @Nullable Line<V> leave(Line<V> line, Turn<V> mine) {
    if (line.asking() == mine) {
      var next = line.next();
      return next == null ? null : new Line<>(next, null);
    }
    return line.next() == mine ? new Line<>(line.asking(), null) : line;
  }
}

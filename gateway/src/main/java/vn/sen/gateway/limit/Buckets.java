package vn.sen.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.function.ToLongFunction;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.sen.gateway.problem.Problem;
import vn.sen.gateway.problem.Refusal;

/**
 * What each of many may still ask for under one policy. One that has not asked for as long as a
 * full quota takes is forgotten, as are the least active where there are too many.
 *
 * @param <K> who asks
 */
final class Buckets<K> {

  private static final long MOST = 50_000;

  private final String name;
  private final Duration per;
  private final ToLongFunction<K> quota;
  private final Cache<K, Bucket> buckets;

  Buckets(String policy, Duration per, ToLongFunction<K> quota) {
    this.name = '"' + policy + '"';
    this.per = per;
    this.quota = quota;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(per)
            .executor(Runnable::run)
            .build();
  }

  /**
   * Takes one from who asks and has her told what is left.
   *
   * @throws Refusal if nothing was left
   */
  void take(K who, ServerWebExchange exchange) {
    var taken = buckets.get(who, this::full).tryConsumeAndReturnRemaining(1);
    long reset = seconds(taken.getNanosToWaitForReset());
    tell(exchange, quota.applyAsLong(who), taken.getRemainingTokens(), reset);
    if (!taken.isConsumed()) {
      long wait = Math.max(1, seconds(taken.getNanosToWaitForRefill()));
      exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(wait));
      throw new Refusal(Problem.TOO_MANY_REQUESTS, wait);
    }
  }

  private Bucket full(K who) {
    long most = quota.applyAsLong(who);
    return Bucket.builder().addLimit(limit -> limit.capacity(most).refillGreedy(most, per)).build();
  }

  /** At the last moment: no service's word about limits goes out, and nobody keeps ours. */
  private void tell(ServerWebExchange exchange, long quota, long remaining, long reset) {
    var response = exchange.getResponse();
    response.beforeCommit(
        () -> {
          HttpHeaders headers = response.getHeaders();
          headers.set("RateLimit-Policy", name + ";q=" + quota + ";w=" + per.toSeconds());
          headers.set("RateLimit", name + ";r=" + remaining + ";t=" + reset);
          return Mono.empty();
        });
  }

  private static long seconds(long nanos) {
    return Duration.ofNanos(nanos).plusNanos(999_999_999).toSeconds();
  }
}

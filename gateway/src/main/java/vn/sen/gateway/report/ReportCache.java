package vn.sen.gateway.report;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.sen.gateway.GatewaySettings;

/**
 * Keeps reports and asks the service each time whether they still hold, once for all who ask
 * meanwhile. Whatever cannot be shared goes to the service as if this were not here.
 */
@Component
public final class ReportCache implements GatewayFilter {

  /** Many times what a revalidation takes, and less than anybody notices. */
  private static final Duration PATIENCE = Duration.ofMillis(100);

  private final long capacity;
  private final Cache<String, KeptReport> kept;
  private final SharedCalls<Revalidated> revalidations = new SharedCalls<>(PATIENCE);
  private final Semaphore copies;
  private final MeterRegistry meters;

  ReportCache(GatewaySettings settings, MeterRegistry meters) {
    this.capacity = settings.gateway().reportCache().toBytes();
    this.kept =
        Caffeine.newBuilder()
            .maximumWeight(capacity)
            .weigher((String key, KeptReport report) -> key.length() + report.weight())
            .executor(Runnable::run)
            .build();
    this.copies = new Semaphore(Math.toIntExact(Math.max(1, capacity / KeptReport.LARGEST_BODY)));
    this.meters = meters;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    if (capacity == 0 || !Sharing.allows(exchange.getRequest())) {
      count(Outcome.BYPASSED);
      return chain.filter(exchange);
    }
    String key = Sharing.key(exchange.getRequest());
    return kept.getIfPresent(key) == null
        ? fetch(key, exchange, chain)
        : revalidate(key, exchange, chain);
  }

  private Mono<Void> revalidate(String key, ServerWebExchange exchange, GatewayFilterChain chain) {
    return revalidations
        .join(key, revalidation(key, exchange, chain))
        .doOnError(_ -> count(Outcome.FAILED))
        .map(result -> answer(result, exchange))
        .defaultIfEmpty(Mono.defer(() -> fetch(key, exchange, chain)))
        .flatMap(Function.identity());
  }

  /** Empty if nothing is kept or may be kept any longer. */
  private Mono<Revalidated> revalidation(
      String key, ServerWebExchange exchange, GatewayFilterChain chain) {
    return Mono.fromSupplier(() -> kept.getIfPresent(key))
        .flatMap(report -> Revalidation.of(report, exchange, chain))
        .doOnNext(result -> keepIfChanged(key, result))
        .switchIfEmpty(Mono.fromRunnable(() -> kept.invalidate(key)));
  }

  private void keepIfChanged(String key, Revalidated result) {
    if (result.changed()) {
      kept.put(key, result.report());
    }
  }

  private Mono<Void> answer(Revalidated result, ServerWebExchange exchange) {
    count(result.changed() ? Outcome.CHANGED : Outcome.UNCHANGED);
    return result.report().answer(exchange);
  }

  private Mono<Void> fetch(String key, ServerWebExchange exchange, GatewayFilterChain chain) {
    count(Outcome.FETCHED);
    ServerHttpRequest request =
        exchange.getRequest().mutate().headers(h -> h.remove(HttpHeaders.IF_NONE_MATCH)).build();
    var response = new CopiedResponse(exchange, copies, report -> kept.put(key, report));
    return chain.filter(exchange.mutate().request(request).response(response).build());
  }

  private void count(Outcome outcome) {
    meters
        .counter("gateway.reports", "outcome", outcome.name().toLowerCase(Locale.ROOT))
        .increment();
  }
}

package vn.sen.gateway.report;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.sen.gateway.GatewaySettings;

/**
 * Keeps the last answer to each question for a report and asks the service each time whether it is
 * still right; a report that has not changed is then neither computed nor sent again, and clients
 * that ask for the same one at the same time share the service's word.
 *
 * <p>A client that presents a consistency token, asks for no cached answer or for a part goes to
 * the service by itself.
 */
@Component
public final class ReportCache implements GatewayFilter {

  private static final int LARGEST = 2 << 20;
  private static final String CONSISTENCY = "Sen-Consistency";

  private final long capacity;
  private final Cache<ReportKey, Report> reports;
  private final Turns<ReportKey, Report> turns = new Turns<>();
  private final Counter unchanged;
  private final Counter shared;
  private final Counter changed;
  private final Counter passed;

  ReportCache(GatewaySettings settings, MeterRegistry meters) {
    capacity = settings.gateway().reportCache().toBytes();
    reports = Caffeine.newBuilder().maximumWeight(capacity).weigher(ReportCache::weight).build();
    unchanged = meters.counter("gateway.reports", "outcome", "unchanged");
    shared = meters.counter("gateway.reports", "outcome", "shared");
    changed = meters.counter("gateway.reports", "outcome", "changed");
    passed = meters.counter("gateway.reports", "outcome", "passed");
  }

  private static int weight(ReportKey key, Report report) {
    return key.uri().length() + report.weight();
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    if (capacity == 0 || !mayShare(exchange.getRequest())) {
      passed.increment();
      return chain.filter(exchange);
    }
    var key = ReportKey.of(exchange.getRequest());
    return turns.share(
        key,
        found -> revalidate(key, exchange, chain, found),
        report -> {
          shared.increment();
          return report.answer(exchange.getRequest(), exchange.getResponse());
        },
        Mono.defer(() -> chain.filter(exchange)));
  }

  private static boolean mayShare(ServerHttpRequest request) {
    var headers = request.getHeaders();
    return HttpMethod.GET.equals(request.getMethod())
        && !headers.containsHeader(CONSISTENCY)
        && !headers.containsHeader(HttpHeaders.RANGE)
        && !headers.containsHeader(HttpHeaders.CACHE_CONTROL)
        && !headers.containsHeader(HttpHeaders.PRAGMA);
  }

  private Mono<Void> revalidate(
      ReportKey key,
      ServerWebExchange exchange,
      GatewayFilterChain chain,
      Consumer<Optional<Report>> found) {
    var kept = reports.getIfPresent(key);
    var client = exchange.getRequest();
    var question =
        client
            .mutate()
            .headers(
                headers -> {
                  headers.remove(HttpHeaders.IF_NONE_MATCH);
                  headers.remove(HttpHeaders.IF_MODIFIED_SINCE);
                  if (kept != null) {
                    headers.setIfNoneMatch(kept.etag());
                  }
                })
            .build();
    var answer =
        new RevalidatingResponse(
            client,
            exchange.getResponse(),
            kept,
            LARGEST,
            report -> {
              note(key, kept, report);
              found.accept(report);
            });
    return chain.filter(exchange.mutate().request(question).response(answer).build());
  }

  private void note(ReportKey key, @Nullable Report kept, Optional<Report> found) {
    if (found.isEmpty()) {
      passed.increment();
    } else if (found.get() == kept) {
      unchanged.increment();
    } else {
      changed.increment();
      reports.put(key, found.get());
    }
  }
}

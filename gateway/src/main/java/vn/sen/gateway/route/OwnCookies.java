package vn.sen.gateway.route;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.sen.gateway.session.Cookies;

/** Keeps the gateway's own cookies from a service that has others. */
final class OwnCookies implements GatewayFilter {

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    var request = exchange.getRequest().mutate().headers(OwnCookies::withhold).build();
    return chain.filter(exchange.mutate().request(request).build());
  }

  private static void withhold(HttpHeaders headers) {
    List<String> lines = headers.getOrEmpty(HttpHeaders.COOKIE);
    var others =
        lines.stream()
            .flatMap(line -> Arrays.stream(line.split(";")))
            .map(String::strip)
            .filter(cookie -> !Cookies.areOurs(cookie.split("=", 2)[0].strip()))
            .collect(Collectors.joining("; "));
    if (others.isEmpty()) {
      headers.remove(HttpHeaders.COOKIE);
    } else {
      headers.set(HttpHeaders.COOKIE, others);
    }
  }
}

package vn.sen.gateway.route;

import java.io.IOException;
import java.net.ConnectException;
import java.util.Set;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.factory.RetryGatewayFilterFactory;
import org.springframework.cloud.gateway.filter.factory.RetryGatewayFilterFactory.RetryConfig;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * The one retry: after a failed connection, never after a time-out, and only where doing it twice
 * is the same as doing it once: reads, and commands that carry an {@code Idempotency-Key}.
 */
final class RetryOnce {

  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private RetryOnce() {}

  /** For requests whose body is held here: any broken connection may be tried again. */
  static GatewayFilter ofWholeBodies(RetryGatewayFilterFactory factory) {
    return after(IOException.class, factory);
  }

  /** For streamed requests: only a refused connection has surely taken nothing of the body. */
  static GatewayFilter ofStreamedBodies(RetryGatewayFilterFactory factory) {
    return after(ConnectException.class, factory);
  }

  @SuppressWarnings("unchecked")
  private static GatewayFilter after(
      Class<? extends IOException> failure, RetryGatewayFilterFactory factory) {
    RetryConfig config =
        new RetryConfig()
            .allMethods()
            .setRetries(1)
            .setSeries()
            .setStatuses(new HttpStatus[0])
            .setExceptions(failure);
    GatewayFilter retry = factory.apply(config);
    return (exchange, chain) ->
        repeatable(exchange.getRequest()) ? retry.filter(exchange, chain) : chain.filter(exchange);
  }

  private static boolean repeatable(ServerHttpRequest request) {
    return SAFE.contains(request.getMethod())
        || request.getHeaders().containsHeader("Idempotency-Key");
  }
}

package vn.sen.gateway.report;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks the service whether a kept report still holds. It goes the way of the request that occasions
 * it, but is apart from it: that client may leave while others wait for the result.
 */
final class Revalidation extends ServerWebExchangeDecorator {

  private final ServerHttpRequest request;
  private final RecordedResponse response;
  private final Map<String, Object> attributes;

  private Revalidation(KeptReport kept, ServerWebExchange exchange) {
    super(exchange);
    this.request = conditional(exchange.getRequest(), kept.etag());
    this.response = new RecordedResponse(kept, exchange.getResponse());
    this.attributes = new ConcurrentHashMap<>(exchange.getAttributes());
  }

  /**
   * What holds now: the kept report, or a new one; empty if the service gives none that may be
   * kept.
   */
  static Mono<Revalidated> of(
      KeptReport kept, ServerWebExchange exchange, GatewayFilterChain chain) {
    return Mono.defer(
        () -> {
          var revalidation = new Revalidation(kept, exchange);
          return chain
              .filter(revalidation)
              .then(Mono.fromSupplier(revalidation.response::recorded));
        });
  }

  private static ServerHttpRequest conditional(ServerHttpRequest original, String etag) {
    HttpHeaders headers = HttpHeaders.copyOf(original.getHeaders());
    headers.setIfNoneMatch(etag);
    return new ServerHttpRequestDecorator(original) {
      @Override
      public HttpHeaders getHeaders() {
        return headers;
      }

      @Override
      public Flux<DataBuffer> getBody() {
        return Flux.empty();
      }
    };
  }

  @Override
  public ServerHttpRequest getRequest() {
    return request;
  }

  @Override
  public ServerHttpResponse getResponse() {
    return response;
  }

  @Override
  public Map<String, Object> getAttributes() {
    return attributes;
  }
}

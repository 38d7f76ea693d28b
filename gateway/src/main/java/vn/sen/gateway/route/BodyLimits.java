package vn.sen.gateway.route;

import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.sen.gateway.problem.Problem;
import vn.sen.gateway.problem.Refusal;

/** Refuses a body that is too large before anything of the request has gone to a service. */
final class BodyLimits {

  private BodyLimits() {}

  /**
   * Takes the body whole, then forwards: a service never sees half a command, and a retry has the
   * body at hand.
   */
  static GatewayFilter whole(DataSize max) {
    return (exchange, chain) -> {
      refuseDeclared(exchange, max);
      if (!hasBody(exchange.getRequest())) {
        return chain.filter(exchange);
      }
      return DataBufferUtils.join(exchange.getRequest().getBody(), Math.toIntExact(max.toBytes()))
          .onErrorMap(DataBufferLimitException.class, e -> tooLarge(max))
          .map(BodyLimits::drain)
          .defaultIfEmpty(new byte[0])
          .flatMap(body -> chain.filter(withBody(exchange, body)));
    };
  }

  /**
   * Streams the body. Its length must be stated, since a limit that is only found out half-way
   * would leave the service with half a file.
   */
  static GatewayFilter streamed(DataSize max) {
    return (exchange, chain) -> {
      refuseDeclared(exchange, max);
      ServerHttpRequest request = exchange.getRequest();
      if (request.getHeaders().containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
        return Mono.error(new Refusal(Problem.LENGTH_REQUIRED));
      }
      ServerHttpRequest marked =
          new ServerHttpRequestDecorator(request) {
            @Override
            public Flux<DataBuffer> getBody() {
              // Not the service's failure: as a refusal it does not count against the breaker.
              return super.getBody().onErrorMap(_ -> new Refusal(Problem.BODY_CUT_OFF));
            }
          };
      return chain.filter(exchange.mutate().request(marked).build());
    };
  }

  private static void refuseDeclared(ServerWebExchange exchange, DataSize max) {
    if (exchange.getRequest().getHeaders().getContentLength() > max.toBytes()) {
      throw tooLarge(max);
    }
  }

  private static Refusal tooLarge(DataSize max) {
    return new Refusal(Problem.BODY_TOO_LARGE, max.toBytes());
  }

  private static boolean hasBody(ServerHttpRequest request) {
    return request.getHeaders().getContentLength() > 0
        || request.getHeaders().containsHeader(HttpHeaders.TRANSFER_ENCODING);
  }

  private static byte[] drain(DataBuffer buffer) {
    byte[] body = new byte[buffer.readableByteCount()];
    buffer.read(body);
    DataBufferUtils.release(buffer);
    return body;
  }

  private static ServerWebExchange withBody(ServerWebExchange exchange, byte[] body) {
    ServerHttpRequest request =
        new ServerHttpRequestDecorator(exchange.getRequest()) {
          @Override
          public Flux<DataBuffer> getBody() {
            return Flux.defer(() -> Flux.just(exchange.getResponse().bufferFactory().wrap(body)));
          }
        };
    return exchange.mutate().request(request).build();
  }
}

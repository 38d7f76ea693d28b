package vn.sen.gateway.report;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Streams an answer to its client, or tells her that she has it already; copies it on the way if it
 * may be kept.
 */
final class CopiedResponse extends ServerHttpResponseDecorator {

  private final ServerHttpRequest client;
  private final Semaphore copies;
  private final Consumer<KeptReport> keeper;
  private @Nullable ByteArrayOutputStream copy = new ByteArrayOutputStream();

  /**
   * @param copies how many more may be made at a time; slow clients would fill the memory with them
   * @param keeper is given the report when all of it has gone by
   */
  CopiedResponse(ServerWebExchange exchange, Semaphore copies, Consumer<KeptReport> keeper) {
    super(exchange.getResponse());
    this.client = exchange.getRequest();
    this.copies = copies;
    this.keeper = keeper;
  }

  @Override
  public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
    if (!KeptReport.canBe(getStatusCode(), getHeaders()) || !copies.tryAcquire()) {
      return pass(Flux.from(body));
    }
    HttpHeaders headers = HttpHeaders.copyOf(getHeaders());
    return pass(Flux.from(body).doOnNext(this::copy).doOnComplete(() -> keep(headers)))
        .doFinally(_ -> copies.release());
  }

  private Mono<Void> pass(Flux<? extends DataBuffer> body) {
    String etag = getHeaders().getETag();
    if (getStatusCode() != HttpStatus.OK
        || etag == null
        || !Conditions.has(client, ETag.create(etag))) {
      return super.writeWith(body);
    }
    return body.doOnNext(DataBufferUtils::release)
        .then(Mono.defer(() -> Conditions.notModified(getDelegate())));
  }

  private void copy(DataBuffer piece) {
    int length = piece.readableByteCount();
    if (copy == null || copy.size() + length > KeptReport.LARGEST_BODY) {
      copy = null;
      return;
    }
    byte[] bytes = new byte[length];
    piece.toByteBuffer(piece.readPosition(), ByteBuffer.wrap(bytes), 0, length);
    copy.writeBytes(bytes);
  }

  private void keep(HttpHeaders headers) {
    if (copy != null) {
      keeper.accept(KeptReport.of(headers, copy.toByteArray()));
    }
  }
}

package vn.sen.gateway.report;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes the service's answer to a revalidation; nothing of it goes to a client. */
final class RecordedResponse extends ServerHttpResponseDecorator {

  private final KeptReport kept;
  private final HttpHeaders headers = new HttpHeaders();
  private @Nullable HttpStatusCode status;
  private @Nullable Revalidated recorded;

  /**
   * @param client lends its buffers
   */
  RecordedResponse(KeptReport kept, ServerHttpResponse client) {
    super(client);
    this.kept = kept;
  }

  /** Null if the answer may not be kept. */
  @Nullable Revalidated recorded() {
    return recorded;
  }

  @Override
  public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
    if (status == HttpStatus.NOT_MODIFIED && Sharing.allows(headers)) {
      return Flux.from(body)
          .doOnNext(DataBufferUtils::release)
          .doOnComplete(() -> recorded = new Revalidated(kept.confirmedBy(headers), false))
          .then();
    }
    if (KeptReport.canBe(status, headers)) {
      return DataBufferUtils.join(body, KeptReport.LARGEST_BODY)
          .map(RecordedResponse::bytes)
          .defaultIfEmpty(new byte[0])
          .doOnNext(whole -> recorded = new Revalidated(KeptReport.of(headers, whole), true))
          .then()
          .onErrorComplete(DataBufferLimitException.class);
    }
    return brokenOff(body);
  }

  @Override
  public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> pieces) {
    return brokenOff(Flux.from(pieces).concatMap(piece -> piece, 0));
  }

  private static byte[] bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  private static Mono<Void> brokenOff(Publisher<? extends DataBuffer> body) {
    return Flux.from(body).doOnNext(DataBufferUtils::release).next().then();
  }

  @Override
  public Mono<Void> setComplete() {
    return Mono.empty();
  }

  @Override
  public boolean isCommitted() {
    return false;
  }

  @Override
  public boolean setStatusCode(@Nullable HttpStatusCode code) {
    status = code;
    return true;
  }

  @Override
  public @Nullable HttpStatusCode getStatusCode() {
    return status;
  }

  @Override
  public HttpHeaders getHeaders() {
    return headers;
  }
}

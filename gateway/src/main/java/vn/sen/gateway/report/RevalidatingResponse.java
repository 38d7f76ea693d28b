package vn.sen.gateway.report;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes the service's answer to a revalidation: "not modified" becomes the kept report, a new
 * report is copied while it passes, anything else passes as it is.
 */
final class RevalidatingResponse extends ServerHttpResponseDecorator {

  /** What belongs to one connection or one moment, not to the report. */
  private static final Set<String> NOT_KEPT =
      Set.of("connection", "keep-alive", "transfer-encoding", "content-length", "date", "trailer");

  private final ServerHttpRequest client;
  private final @Nullable Report kept;
  private final int limit;
  private final Consumer<Optional<Report>> found;

  /**
   * @param client the request as the client sent it
   * @param kept the report that the service was asked about, null if none is kept
   * @param limit bytes of the largest body to keep
   * @param found is told of the kept report where it is still right, of a new one, or of nothing
   *     where the answer is not to be kept
   */
  RevalidatingResponse(
      ServerHttpRequest client,
      ServerHttpResponse response,
      @Nullable Report kept,
      int limit,
      Consumer<Optional<Report>> found) {
    super(response);
    this.client = client;
    this.kept = kept;
    this.limit = limit;
    this.found = found;
  }

  @Override
  public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
    var status = getStatusCode();
    if (kept != null && HttpStatus.NOT_MODIFIED.equals(status)) {
      var still = kept;
      return Flux.from(body)
          .doOnNext(DataBufferUtils::release)
          .then(
              Mono.defer(
                  () -> {
                    found.accept(Optional.of(still));
                    return still.answer(client, getDelegate());
                  }));
    }
    var etag = getHeaders().getETag();
    if (etag != null && HttpStatus.OK.equals(status) && mayBeKept()) {
      return keep(etag, Flux.from(body));
    }
    found.accept(Optional.empty());
    return super.writeWith(body);
  }

  /** A stream of events: nobody can wait for its end. */
  @Override
  public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
    found.accept(Optional.empty());
    return super.writeAndFlushWith(body);
  }

  private boolean mayBeKept() {
    var headers = getHeaders();
    var control = String.valueOf(headers.getCacheControl());
    return MediaType.APPLICATION_JSON.isCompatibleWith(headers.getContentType())
        && headers.getContentLength() <= limit
        && !control.contains("no-store")
        && !headers.containsHeader(HttpHeaders.SET_COOKIE)
        && ReportKey.covers(headers.getVary());
  }

  /**
   * Sends a report on and copies it. The service is read as fast as it answers, whatever the client
   * is like: others wait for the copy.
   */
  private Mono<Void> keep(String etag, Flux<? extends DataBuffer> body) {
    var report = new HttpHeaders();
    getHeaders()
        .forEach(
            (name, values) -> {
              if (!NOT_KEPT.contains(name.toLowerCase(Locale.ROOT))) {
                report.put(name, values);
              }
            });
    var copy = new Copy(limit);
    var copied =
        body.doOnNext(copy::add)
            .doOnComplete(() -> found.accept(copy.whole().map(b -> new Report(etag, report, b))));
    return Report.isHeldBy(client, etag)
        ? copied
            .doOnNext(DataBufferUtils::release)
            .then(Mono.defer(() -> Report.notModified(getDelegate())))
        : super.writeWith(copied.cast(DataBuffer.class).onBackpressureBuffer());
  }

  /** The bytes that have passed, unless they are too many. */
  private static final class Copy {
    private final int limit;
    private @Nullable ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Copy(int limit) {
      this.limit = limit;
    }

    void add(DataBuffer buffer) {
      if (bytes != null && bytes.size() + buffer.readableByteCount() > limit) {
        bytes = null;
      }
      if (bytes != null) {
        var piece = new byte[buffer.readableByteCount()];
        buffer.toByteBuffer(ByteBuffer.wrap(piece));
        bytes.writeBytes(piece);
      }
    }

    Optional<byte[]> whole() {
      return Optional.ofNullable(bytes).map(ByteArrayOutputStream::toByteArray);
    }
  }
}

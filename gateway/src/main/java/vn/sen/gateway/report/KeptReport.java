package vn.sen.gateway.report;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A service's answer, whole, with the ETag by which the service knows it again. */
final class KeptReport {

  /** Larger ones are not kept. */
  static final int LARGEST_BODY = 2 << 20;

  /** What the headers take, about. */
  private static final int OVERHEAD = 2_000;

  private final ETag etag;
  private final HttpHeaders headers;
  private final byte[] body;

  private KeptReport(ETag etag, HttpHeaders headers, byte[] body) {
    this.etag = etag;
    this.headers = headers;
    this.body = body;
  }

  /** Whether an answer that begins like this may be kept. */
  static boolean canBe(@Nullable HttpStatusCode status, HttpHeaders headers) {
    return status == HttpStatus.OK
        && headers.getETag() != null
        && headers.getContentLength() <= LARGEST_BODY
        && Sharing.allows(headers);
  }

  /**
   * @param headers of an answer that can be kept
   * @param body no longer changed by anybody
   */
  static KeptReport of(HttpHeaders headers, byte[] body) {
    HttpHeaders own = HttpHeaders.copyOf(headers);
    own.remove(HttpHeaders.TRANSFER_ENCODING);
    own.setContentLength(body.length);
    return new KeptReport(ETag.create(Objects.requireNonNull(headers.getETag())), own, body);
  }

  /** The same report with what the service said about it just now. */
  KeptReport confirmedBy(HttpHeaders notModified) {
    HttpHeaders merged = HttpHeaders.copyOf(headers);
    notModified.forEach(
        (name, values) -> {
          if (!Conditions.describesBody(name)) {
            merged.put(name, values);
          }
        });
    return new KeptReport(etag, merged, body);
  }

  String etag() {
    return etag.formattedTag();
  }

  /** In bytes, about. */
  int weight() {
    return body.length + OVERHEAD;
  }

  /** Gives a client the report, or 304 if she has it already. */
  Mono<Void> answer(ServerWebExchange exchange) {
    ServerHttpResponse response = exchange.getResponse();
    response.getHeaders().putAll(headers);
    if (Conditions.has(exchange.getRequest(), etag)) {
      return Conditions.notModified(response);
    }
    response.setStatusCode(HttpStatus.OK);
    return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
  }
}

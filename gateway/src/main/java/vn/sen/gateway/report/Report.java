package vn.sen.gateway.report;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/** An answer of a service that was kept: its headers and its body. */
record Report(String etag, HttpHeaders headers, byte[] body) {

  /** What it weighs among the others, in bytes; headers are estimated. */
  int weight() {
    return 1_000 + body.length;
  }

  /** Answers with it, or with 304 where the client holds it already. */
  Mono<Void> answer(ServerHttpRequest request, ServerHttpResponse response) {
    var answer = response.getHeaders();
    answer.putAll(headers);
    if (isHeldBy(request, etag)) {
      return notModified(response);
    }
    response.setStatusCode(HttpStatus.OK);
    answer.setContentLength(body.length);
    return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
  }

  static Mono<Void> notModified(ServerHttpResponse response) {
    response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
    response.getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
    response.setStatusCode(HttpStatus.NOT_MODIFIED);
    return response.setComplete();
  }

  /** Whether the client says that it holds the answer of this tag; compared weakly. */
  static boolean isHeldBy(ServerHttpRequest request, String etag) {
    return request.getHeaders().getIfNoneMatch().stream()
        .anyMatch(held -> held.equals("*") || strong(held).equals(strong(etag)));
  }

  private static String strong(String etag) {
    return etag.startsWith("W/") ? etag.substring(2) : etag;
  }
}

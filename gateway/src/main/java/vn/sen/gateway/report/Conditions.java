package vn.sen.gateway.report;

import java.util.List;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/** What {@code If-None-Match} asks for, and the answer that there is nothing new. */
final class Conditions {

  private Conditions() {}

  /** Whether the client says that she has it already. */
  static boolean has(ServerHttpRequest client, ETag etag) {
    try {
      return client.getHeaders().getOrEmpty(HttpHeaders.IF_NONE_MATCH).stream()
          .flatMap(value -> ETag.parse(value).stream())
          .anyMatch(known -> known.isWildcard() || known.compare(etag, false));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /** Answers 304 with the headers there are, but for those of a body. */
  static Mono<Void> notModified(ServerHttpResponse response) {
    HttpHeaders headers = response.getHeaders();
    List.copyOf(headers.headerNames()).stream()
        .filter(Conditions::describesBody)
        .forEach(headers::remove);
    response.setStatusCode(HttpStatus.NOT_MODIFIED);
    return response.setComplete();
  }

  static boolean describesBody(String header) {
    String prefix = "Content-";
    return header.regionMatches(true, 0, prefix, 0, prefix.length());
  }
}

package vn.sen.gateway.session;

import org.springframework.http.server.reactive.ServerHttpRequest;
import vn.sen.gateway.problem.Problem;
import vn.sen.gateway.problem.Refusal;

/**
 * A browser sends its cookie whoever's page makes it do so. Only a page of ours can read the
 * session's token from {@code /session} and send it along.
 */
final class Csrf {

  static final String HEADER = "Sen-Csrf";

  private Csrf() {}

  static void require(ServerHttpRequest request, SessionId id) {
    var given = request.getHeaders().getFirst(HEADER);
    if (given == null || !id.hasCsrfToken(given)) {
      throw new Refusal(Problem.CSRF_TOKEN_MISSING);
    }
  }
}

package vn.sen.gateway.session;

import java.util.Optional;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Puts a session's token where a machine would send its own. All that comes after, and every
 * service, sees no difference. A request with a token of its own is a machine's, whatever cookies a
 * browser has added.
 */
final class SessionFilter implements WebFilter, Ordered {

  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final Sessions sessions;
  private final Cookies cookies;
  private final Keys keys;

  SessionFilter(Sessions sessions, Cookies cookies, Keys keys) {
    this.sessions = sessions;
    this.cookies = cookies;
    this.keys = keys;
  }

  /** After the guard of paths, before the tokens are checked. */
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE + 200;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    var request = exchange.getRequest();
    var path = request.getPath().value();
    if (!path.startsWith("/api/")
        || path.startsWith("/api/docs")
        || request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)) {
      return chain.filter(exchange);
    }
    return Mono.defer(() -> Mono.justOrEmpty(id(request)))
        .doOnNext(id -> requireCsrfToken(request, id))
        .flatMap(sessions::use)
        .map(session -> withToken(exchange, session.tokens().access()))
        .defaultIfEmpty(exchange)
        .flatMap(chain::filter);
  }

  private Optional<SessionId> id(ServerHttpRequest request) {
    return cookies.session(request).flatMap(value -> SessionId.parse(value, keys));
  }

  private static void requireCsrfToken(ServerHttpRequest request, SessionId id) {
    if (!SAFE.contains(request.getMethod())) {
      Csrf.require(request, id);
    }
  }

  private static ServerWebExchange withToken(ServerWebExchange exchange, String token) {
    var request =
        exchange.getRequest().mutate().headers(headers -> headers.setBearerAuth(token)).build();
    return exchange.mutate().request(request).build();
  }
}

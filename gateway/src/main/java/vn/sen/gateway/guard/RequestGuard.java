package vn.sen.gateway.guard;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;
import vn.sen.gateway.problem.Problem;
import vn.sen.gateway.problem.Refusal;

/**
 * Refuses what this server and the next could read differently: a second token, and odd paths.
 * Routes match the path as sent, services decode and normalise it: without this, {@code
 * /api/lending/../../actuator} would reach what no route leads to.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class RequestGuard implements WebFilter {

  private static final Set<HttpMethod> METHODS =
      Set.of(
          HttpMethod.GET,
          HttpMethod.HEAD,
          HttpMethod.POST,
          HttpMethod.PUT,
          HttpMethod.PATCH,
          HttpMethod.DELETE,
          HttpMethod.OPTIONS);

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    HttpMethod method = exchange.getRequest().getMethod();
    if (!METHODS.contains(method)) {
      return Mono.error(new MethodNotAllowedException(method, METHODS));
    }
    if (!isPlain(exchange.getRequest().getURI().getRawPath())) {
      return Mono.error(new Refusal(Problem.PATH_REFUSED));
    }
    if (exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.AUTHORIZATION).size() > 1) {
      return Mono.error(new Refusal(Problem.BAD_REQUEST));
    }
    return chain.filter(exchange);
  }

  /** Whether every server reads this raw path the same way. */
  static boolean isPlain(String rawPath) {
    if (!rawPath.startsWith("/")) {
      return false;
    }
    String inner = rawPath.endsWith("/") ? rawPath.substring(0, rawPath.length() - 1) : rawPath;
    return inner.isEmpty()
        || List.of(inner.substring(1).split("/", -1)).stream()
            .allMatch(RequestGuard::isPlainSegment);
  }

  private static boolean isPlainSegment(String rawSegment) {
    String segment;
    try {
      segment = UriUtils.decode(rawSegment, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return false;
    }
    return !segment.isEmpty()
        && !segment.equals(".")
        && !segment.equals("..")
        && segment.codePoints().noneMatch(RequestGuard::isAmbiguous);
  }

  private static boolean isAmbiguous(int character) {
    return "/\\;%\uFFFD".indexOf(character) >= 0 || Character.isISOControl(character);
  }
}

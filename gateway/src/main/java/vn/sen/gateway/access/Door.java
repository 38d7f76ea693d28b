package vn.sen.gateway.access;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import vn.sen.gateway.limit.RateLimits;
import vn.sen.gateway.problem.Problem;
import vn.sen.gateway.problem.Refusal;

/**
 * Nobody comes in without a valid token, but to what is named here: the probes, the API documents,
 * the ways to get a token, the questions whether a certificate or an issued report is good, and
 * feeds, which programs pull with a secret that the reporting service checks. Whoever knocks is
 * counted.
 */
@Component
final class Door implements WebFilter, Ordered {

  private static final Pattern PROBE = Pattern.compile("/actuator/health(/.*)?");
  private static final Pattern OPEN =
      Pattern.compile("/api/docs(/.*)?|/identity/.*|/session(/.*)?");
  private static final Pattern DESCRIPTION = Pattern.compile("/api/[a-z]+/openapi");

  /** Anybody may ask the training service whether a certificate is valid. */
  private static final String CERTIFICATE_CHECKS = "/api/training/certificate-checks";

  /** A feed has a secret of its own, since what pulls it can get no token. */
  private static final Pattern FEED = Pattern.compile("/feeds/[0-9a-f-]{36}\\.csv");

  /**
   * Anybody may check a report that was issued: on a page, by its number or hash, with the keys.
   */
  private static final Set<String> REPORT_CHECKS =
      Set.of(
          "/api/reporting/issued/verify",
          "/api/reporting/issued/check",
          "/api/reporting/issued/keys");

  private static final String SCHEME = "Bearer ";

  private final AccessTokens tokens;
  private final RateLimits limits;

  Door(AccessTokens tokens, RateLimits limits) {
    this.tokens = tokens;
    this.limits = limits;
  }

  /** After odd paths have been refused, and sessions have been given their tokens. */
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE + 300;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    var request = exchange.getRequest();
    // As it was sent: whatever looks different is not open.
    var path = request.getURI().getRawPath();
    boolean reads = request.getMethod() == HttpMethod.GET;
    boolean asks = request.getMethod() == HttpMethod.POST;
    if (reads && PROBE.matcher(path).matches()) {
      return chain.filter(exchange);
    }
    if (OPEN.matcher(path).matches()
        || reads && opensToReaders(path)
        || asks && CERTIFICATE_CHECKS.equals(path)) {
      limits.ofStranger(exchange);
      return chain.filter(exchange);
    }
    return withToken(exchange, chain);
  }

  private static boolean opensToReaders(String path) {
    return DESCRIPTION.matcher(path).matches()
        || FEED.matcher(path).matches()
        || REPORT_CHECKS.contains(path);
  }

  private Mono<Void> withToken(ServerWebExchange exchange, WebFilterChain chain) {
    var token = token(exchange.getRequest());
    if (token == null) {
      return Mono.error(refusal(exchange, "Bearer"));
    }
    var known = tokens.known(token);
    if (known != null) {
      return enter(known, exchange, chain);
    }
    return tokens
        .check(token)
        .onErrorMap(JwtException.class, _ -> refusal(exchange, "Bearer error=\"invalid_token\""))
        .flatMap(valid -> enter(valid, exchange, chain));
  }

  private Mono<Void> enter(Bearer bearer, ServerWebExchange exchange, WebFilterChain chain) {
    limits.ofClient(bearer.client(), bearer.subject(), exchange);
    return chain.filter(exchange);
  }

  private static @Nullable String token(ServerHttpRequest request) {
    var credentials = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
    return credentials != null && credentials.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? credentials.substring(SCHEME.length())
        : null;
  }

  /** Whoever is refused is a stranger, and may try only so often. */
  private Refusal refusal(ServerWebExchange exchange, String challenge) {
    limits.ofStranger(exchange);
    exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, challenge);
    return new Refusal(Problem.SIGN_IN_NEEDED);
  }
}

package vn.sen.chassis.access;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import vn.sen.chassis.domain.RuleViolation;

/**
 * Lets nobody on without a valid token, and says to all that comes after it whose it is. One filter
 * that looks a known token up: every request of every service passes here.
 */
public final class BearerTokens implements Filter {

  /** Spring Security's chains, where a service has some, come before it. */
  static final int ORDER = -99;

  private static final String NOT_NEEDED = BearerTokens.class.getName() + ".notNeeded";
  private static final String SCHEME = "Bearer ";
  private static final String PROBES = "/actuator/";

  private final KnownTokens tokens;
  private final Revocations revocations;
  private final HandlerExceptionResolver problems;
  private final Set<String> open;

  /**
   * @param problems answers with a problem detail
   * @param open paths that need no token, beside those that a load balancer asks for
   */
  BearerTokens(
      KnownTokens tokens,
      Revocations revocations,
      HandlerExceptionResolver problems,
      Set<String> open) {
    this.tokens = tokens;
    this.revocations = revocations;
    this.problems = problems;
    this.open = Set.copyOf(open);
  }

  /**
   * The last filter of a chain that decides by itself whom it lets on: what has passed it needs no
   * token.
   */
  public static Filter notNeeded() {
    return (request, response, chain) -> {
      request.setAttribute(NOT_NEEDED, true);
      chain.doFilter(request, response);
    };
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    check((HttpServletRequest) request, (HttpServletResponse) response, chain);
  }

  private void check(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getAttribute(NOT_NEEDED) != null) {
      chain.doFilter(request, response);
      return;
    }
    var answer = new Guarded(response);
    if (!isOpen(request)) {
      try {
        var known = known(request);
        Callers.signIn(request, known.caller());
        Callers.admit(
            request, new Admission(known.end(), () -> revocations.include(known.caller())));
      } catch (SignInNeeded | IssuerAway refused) {
        refuse(request, answer, refused);
        return;
      }
    }
    chain.doFilter(request, answer);
  }

  /** A path that is written in any odd way is not open. */
  private boolean isOpen(HttpServletRequest request) {
    var path = request.getRequestURI();
    return path.equals(request.getServletPath())
        && (path.startsWith(PROBES) || open.contains(path));
  }

  private KnownTokens.Known known(HttpServletRequest request) {
    try {
      var known = tokens.of(token(request.getHeader(HttpHeaders.AUTHORIZATION)));
      if (revocations.include(known.caller())) {
        throw new SignInNeeded();
      }
      return known;
    } catch (BadJwtException e) {
      throw new SignInNeeded();
    } catch (JwtException | JwtDecoderInitializationException e) {
      throw new IssuerAway(e);
    }
  }

  private static String token(@Nullable String authorization) {
    if (authorization == null
        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw new SignInNeeded();
    }
    return authorization.substring(SCHEME.length()).strip();
  }

  private void refuse(
      HttpServletRequest request, HttpServletResponse response, RuleViolation refused) {
    if (refused instanceof SignInNeeded) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    problems.resolveException(request, response, null, refused);
  }
}

package vn.sen.chassis.audit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.DispatcherServlet;
import vn.sen.chassis.access.Callers;
import vn.sen.chassis.audit.Refusals.Attempt;
import vn.sen.chassis.domain.RuleViolation;

/** Notices every answer that refuses access, whoever gave it: it stands around all that can. */
final class RefusalFilter extends OncePerRequestFilter {

  /** Around the check of tokens, and around Spring Security's chains where a service has some. */
  static final int ORDER = -101;

  private static final String NO_VALID_TOKEN = "sign-in-needed";
  private static final String FORBIDDEN = "forbidden";

  private final Refusals refusals;
  private final Operations operations;

  RefusalFilter(Refusals refusals, Operations operations) {
    this.refusals = refusals;
    this.operations = operations;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(request, response);
    int status = response.getStatus();
    var noted = Refusal.notedOn(request);
    if (noted.isPresent()) {
      refusals.refused(attempt(noted.get(), status), noted.get().about());
    } else if (status == HttpStatus.UNAUTHORIZED.value()
        || status == HttpStatus.FORBIDDEN.value()) {
      refusals.refused(attempt(request, status), Operations.named(request));
    }
  }

  private static Attempt attempt(Refusal noted, int status) {
    return new Attempt(noted.actor(), null, noted.operation(), status, noted.reason());
  }

  private Attempt attempt(HttpServletRequest request, int status) {
    var operation = operations.of(request);
    var reason = reason(request, status);
    return Callers.signedIn(request)
        .map(caller -> new Attempt(caller.subject(), caller.client(), operation, status, reason))
        .orElseGet(() -> new Attempt(null, null, operation, status, reason));
  }

  private static String reason(HttpServletRequest request, int status) {
    if (request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE)
        instanceof RuleViolation violation) {
      return violation.rule();
    }
    return status == HttpStatus.UNAUTHORIZED.value() ? NO_VALID_TOKEN : FORBIDDEN;
  }
}

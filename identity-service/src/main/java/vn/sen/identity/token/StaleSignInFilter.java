package vn.sen.identity.token;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A browser whose sign-in is over is asked to sign in again, not given a code that buys nothing.
 */
public final class StaleSignInFilter extends OncePerRequestFilter {

  private final OpenSignIns signIns;
  private final SecurityContextLogoutHandler forget = new SecurityContextLogoutHandler();

  StaleSignInFilter(OpenSignIns signIns) {
    this.signIns = signIns;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication instanceof SignedIn session && signIns.personOf(session).isEmpty()) {
      forget.logout(request, response, authentication);
    }
    chain.doFilter(request, response);
  }
}

package vn.sen.identity.token;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** Ends the session that a client's id token speaks of, here and everywhere. */
final class SignOutHandler implements AuthenticationSuccessHandler {

  private final AuthenticationSuccessHandler here = new OidcLogoutAuthenticationSuccessHandler();
  private final BackChannel everywhere;

  SignOutHandler(BackChannel everywhere) {
    this.everywhere = everywhere;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException, ServletException {
    var idToken = ((OidcLogoutAuthenticationToken) authentication).getIdToken();
    if (idToken != null) {
      everywhere.end(UUID.fromString(idToken.getClaimAsString("sid")));
    }
    here.onAuthenticationSuccess(request, response, authentication);
  }
}

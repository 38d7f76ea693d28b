package vn.sen.identity.token;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.stereotype.Component;

/**
 * The framework would name sessions after the servlet's and keep them in this instance's memory;
 * here {@link SignedIn} names them, so nothing is registered.
 */
@Component
class NoSessionRegistry implements SessionRegistry {

  @Override
  public List<Object> getAllPrincipals() {
    return List.of();
  }

  @Override
  public List<SessionInformation> getAllSessions(Object principal, boolean includeExpired) {
    return List.of();
  }

  @Override
  public @Nullable SessionInformation getSessionInformation(String sessionId) {
    return null;
  }

  @Override
  public void refreshLastRequest(String sessionId) {}

  @Override
  public void registerNewSession(String sessionId, Object principal) {}

  @Override
  public void removeSessionInformation(String sessionId) {}
}

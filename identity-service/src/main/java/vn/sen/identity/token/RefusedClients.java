package vn.sen.identity.token;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.sen.chassis.audit.Refusal;
import vn.sen.chassis.store.Stored;
import vn.sen.identity.client.Clients;

/**
 * Tells the audit trail which client could not show who it is: its assertion or secret was refused.
 * A name that no client bears is not repeated.
 */
final class RefusedClients extends OncePerRequestFilter {

  private static final String TOKENS = "/oauth2/token";

  private final Clients clients;

  RefusedClients(Clients clients) {
    this.clients = clients;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(request, response);
    if (response.getStatus() == HttpStatus.UNAUTHORIZED.value()
        && request.getServletPath().equals(TOKENS)) {
      new Refusal(null, "POST " + TOKENS, "client-refused", named(request)).noteOn(request);
    }
  }

  private List<UUID> named(HttpServletRequest request) {
    var clientId = request.getParameter("client_id");
    return clientId == null ? List.of() : clients.named(clientId).map(Stored::id).stream().toList();
  }
}

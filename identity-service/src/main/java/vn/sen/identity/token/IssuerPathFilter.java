package vn.sen.identity.token;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets requests below the issuer's path look as people's browsers sent them: to the issuer's URL,
 * with its path as the context. What the request itself or a proxy's header says about the host is
 * of no account, so nobody can have links and redirects point elsewhere.
 */
final class IssuerPathFilter extends OncePerRequestFilter {

  private final URI issuer;

  IssuerPathFilter(URI issuer) {
    this.issuer = issuer;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return issuer.getPath().isEmpty()
        || !request.getRequestURI().startsWith(issuer.getPath() + "/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(new BehindTheDoor(request, issuer), response);
  }

  private static final class BehindTheDoor extends HttpServletRequestWrapper {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final URI issuer;

    BehindTheDoor(HttpServletRequest request, URI issuer) {
      super(request);
      this.issuer = issuer;
    }

    @Override
    public String getContextPath() {
      return issuer.getPath();
    }

    @Override
    public String getServletPath() {
      var path = super.getServletPath();
      return path.startsWith(issuer.getPath()) ? path.substring(issuer.getPath().length()) : path;
    }

    @Override
    public String getScheme() {
      return issuer.getScheme();
    }

    @Override
    public boolean isSecure() {
      return "https".equals(issuer.getScheme());
    }

    @Override
    public String getServerName() {
      return issuer.getHost();
    }

    @Override
    public int getServerPort() {
      int port = issuer.getPort();
      return port >= 0 ? port : isSecure() ? HTTPS : HTTP;
    }

    @Override
    public StringBuffer getRequestURL() {
      return new StringBuffer(issuer.getScheme() + "://" + issuer.getRawAuthority())
          .append(getRequestURI());
    }
  }
}

package vn.sen.gateway.session;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import vn.sen.gateway.problem.Problem;
import vn.sen.gateway.problem.Refusal;

/**
 * The gateway's two cookies. Under https their names say that no other host and no plain connection
 * can have set them.
 */
public final class Cookies {

  private static final String SESSION = "sen-session";
  private static final String SIGN_IN = "sen-signing-in";
  private static final String PREFIX = "__Host-";

  private final boolean secure;

  Cookies(URI external) {
    this.secure = external.getScheme().equals("https");
  }

  /** Whether a cookie is the gateway's own, which no service may see. */
  public static boolean areOurs(String name) {
    return Set.of(SESSION, SIGN_IN, PREFIX + SESSION, PREFIX + SIGN_IN).contains(name);
  }

  /** The session that a request comes with; refused if it comes with two. */
  Optional<String> session(ServerHttpRequest request) {
    return only(request, name(SESSION));
  }

  /** The sign-in that a request ends. */
  Optional<String> signIn(ServerHttpRequest request) {
    return only(request, name(SIGN_IN));
  }

  /** Somebody else has put a second one there, and which of them is hers nobody can tell. */
  private static Optional<String> only(ServerHttpRequest request, String name) {
    var values = request.getCookies().getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw new Refusal(Problem.BAD_REQUEST);
    }
    return values.stream().findFirst().map(HttpCookie::getValue);
  }

  /** Goes with requests of our own pages only, and ends with the browser. */
  ResponseCookie session(String value) {
    return cookie(SESSION, value, "Strict").build();
  }

  /** Comes back when the issuer sends the browser back. */
  ResponseCookie signIn(String value, Duration age) {
    return cookie(SIGN_IN, value, "Lax").maxAge(age).build();
  }

  ResponseCookie noSession() {
    return cookie(SESSION, "", "Strict").maxAge(0).build();
  }

  ResponseCookie noSignIn() {
    return cookie(SIGN_IN, "", "Lax").maxAge(0).build();
  }

  private ResponseCookie.ResponseCookieBuilder cookie(String name, String value, String sameSite) {
    return ResponseCookie.from(name(name), value)
        .path("/")
        .httpOnly(true)
        .secure(secure)
        .sameSite(sameSite);
  }

  private String name(String plain) {
    return secure ? PREFIX + plain : plain;
  }
}

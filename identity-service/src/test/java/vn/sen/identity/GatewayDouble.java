package vn.sen.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Stands for the gateway: asks for codes and tokens, and hears that sessions are over. */
public final class GatewayDouble {

  static final String SECRET = UUID.randomUUID().toString();

  private final HttpServer server;
  private final Queue<String> logoutTokens = new ConcurrentLinkedQueue<>();

  GatewayDouble() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/back-channel",
        exchange -> {
          try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            logoutTokens.add(body.replaceFirst("^logout_token=", ""));
            exchange.sendResponseHeaders(200, -1);
          }
        });
    server.start();
  }

  String home() {
    return "http://localhost:" + server.getAddress().getPort() + "/";
  }

  public String redirectUri() {
    return home() + "login/oauth2/code/sen";
  }

  String backChannel() {
    return home() + "back-channel";
  }

  /** Logout tokens it was sent. */
  public Queue<String> logoutTokens() {
    return logoutTokens;
  }

  /** A request for a code, with the proof key that the exchange will need. */
  public record Asking(String verifier, String state, String uri) {}

  public Asking ask(String issuer) {
    var verifier = UUID.randomUUID().toString() + UUID.randomUUID();
    var state = UUID.randomUUID().toString();
    var query = new HashMap<String, String>();
    query.put("response_type", "code");
    query.put("client_id", "sen-console");
    query.put("redirect_uri", redirectUri());
    query.put("scope", "openid");
    query.put("state", state);
    query.put("nonce", "n-" + state);
    query.put("code_challenge", challenge(verifier));
    query.put("code_challenge_method", "S256");
    return new Asking(verifier, state, issuer + "/oauth2/authorize?" + Browser.form(query));
  }

  private static String challenge(String verifier) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  public Browser.Page exchange(String issuer, String code, String verifier) {
    return token(
        issuer,
        Map.of(
            "grant_type",
            "authorization_code",
            "code",
            code,
            "redirect_uri",
            redirectUri(),
            "code_verifier",
            verifier));
  }

  public Browser.Page refresh(String issuer, String refreshToken) {
    return token(issuer, Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
  }

  private static Browser.Page token(String issuer, Map<String, String> form) {
    return new Browser()
        .postForm(
            issuer + "/oauth2/token", form, "Authorization", Browser.basic("sen-console", SECRET));
  }
}

package vn.sen.embedded;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An issuer of access tokens with a key of its own, for tests and benchmarks that start services
 * without the identity service. A service believes it only where it is told its address.
 */
public final class EmbeddedIssuer implements AutoCloseable {

  /** For whom the tokens are meant. */
  public static final String AUDIENCE = "sen";

  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final Duration RENEWED = Duration.ofMinutes(1);

  private static final Map<String, ?> EVERYTHING =
      Map.of(
          "appointments",
          List.of(Map.of("roles", List.of("OFFICER", "APPROVER", "ADMINISTRATOR"))));

  private static final int KEY_BITS = 2048;

  private final HttpServer server;
  private final RSAKey key;
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  private EmbeddedIssuer(HttpServer server, RSAKey key) {
    this.server = server;
    this.key = key;
  }

  /**
   * Makes a key and publishes it on a free port.
   *
   * @throws UncheckedIOException if no port is free
   */
  public static EmbeddedIssuer start() {
    try {
      var key = new RSAKeyGenerator(KEY_BITS).keyID(UUID.randomUUID().toString()).generate();
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var published = new JWKSet(key).toString(true).getBytes(StandardCharsets.UTF_8);
      server.createContext("/jwks", exchange -> answer(exchange, published));
      server.start();
      return new EmbeddedIssuer(server, key);
    } catch (IOException e) {
      throw new UncheckedIOException("The issuer cannot listen", e);
    } catch (JOSEException e) {
      throw new IllegalStateException("Every JDK makes RSA keys", e);
    }
  }

  private static void answer(HttpExchange exchange, byte[] body) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "application/jwk-set+json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** The {@code iss} of its tokens. */
  public String issuer() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** Where its public key is. */
  public URI jwkSet() {
    return URI.create(issuer() + "/jwks");
  }

  /** A token of somebody who may do everything in the whole Union; renewed before it is over. */
  public String everything(String subject) {
    return renewed(subject, EVERYTHING);
  }

  /** A token of an officer of one unit; renewed before it is over. */
  public String officerOf(String unit) {
    return renewed(
        unit, Map.of("appointments", List.of(Map.of("unit", unit, "roles", List.of("OFFICER")))));
  }

  /** A token of a bank's own client; renewed before it is over. */
  public String bank(String bank) {
    return renewed(
        bank, Map.of("bank", bank, "appointments", List.of(Map.of("roles", List.of("BANK")))));
  }

  private String renewed(String subject, Map<String, ?> own) {
    return kept.compute(
            subject,
            (_, last) -> {
              var now = Instant.now();
              return last != null && now.isBefore(last.renewAt())
                  ? last
                  : new Kept(token(subject, subject, own), now.plus(LIFE).minus(RENEWED));
            })
        .token();
  }

  private record Kept(String token, Instant renewAt) {}

  /** A token that is valid from now on for as long as services allow. */
  public String token(String subject, String client, Map<String, ?> own) {
    return sign(claims(subject, client, own).build());
  }

  /** The claims of such a token, to be changed where a test wants an invalid one. */
  public JWTClaimsSet.Builder claims(String subject, String client, Map<String, ?> own) {
    var now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(issuer())
        .audience(AUDIENCE)
        .subject(subject)
        .claim("client_id", client)
        .claim("sen", own)
        .jwtID(UUID.randomUUID().toString())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(LIFE)));
  }

  /** Signs any claims with its key. */
  public String sign(JWTClaimsSet claims) {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .type(new JOSEObjectType("at+jwt"))
            .keyID(key.getKeyID())
            .build();
    var token = new SignedJWT(header, claims);
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("The key signs RS256", e);
    }
    return token.serialize();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

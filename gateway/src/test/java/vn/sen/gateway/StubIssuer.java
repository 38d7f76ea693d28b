package vn.sen.gateway;

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
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** An OIDC issuer with a key of its own, as small as one can be. */
final class StubIssuer {

  static final String AUDIENCE = "sen";

  private final Backend server = new Backend();
  private volatile RSAKey key = newKey();
  private volatile HttpHandler tokens = exchange -> Backend.send(exchange, 503, "");

  StubIssuer() {
    reset();
  }

  void reset() {
    server.reset();
    server.behaves(this::answer);
  }

  /** How it answers whoever asks for tokens. */
  void givesTokens(HttpHandler handler) {
    tokens = handler;
  }

  URI uri() {
    return URI.create(server.uri() + "/issuer");
  }

  List<Backend.Seen> seen() {
    return server.seen();
  }

  /** From now on it signs with another key, and offers only that one. */
  void changesItsKey() {
    key = newKey();
  }

  static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  String token(String client, String subject) {
    return sign(claims(client, subject).build());
  }

  /** Of a token that is valid. */
  JWTClaimsSet.Builder claims(String client, String subject) {
    var now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(uri().toString())
        .audience(AUDIENCE)
        .subject(subject)
        .claim("client_id", client)
        .jwtID(UUID.randomUUID().toString())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))));
  }

  String sign(JWTClaimsSet claims) {
    return sign(claims, key, "at+jwt");
  }

  static String sign(JWTClaimsSet claims, RSAKey key, String type) {
    try {
      var header =
          new JWSHeader.Builder(JWSAlgorithm.RS256)
              .keyID(key.getKeyID())
              .type(new JOSEObjectType(type))
              .build();
      var token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  RSAKey key() {
    return key;
  }

  private void answer(HttpExchange exchange) throws IOException {
    switch (exchange.getRequestURI().getPath()) {
      case "/issuer/.well-known/openid-configuration" -> json(exchange, 200, metadata());
      case "/issuer/keys" -> json(exchange, 200, new JWKSet(key).toJSONObject());
      case "/issuer/token" -> tokens.handle(exchange);
      default -> Backend.send(exchange, 404, "");
    }
  }

  private Map<String, ?> metadata() {
    return Map.of(
        "issuer",
        uri().toString(),
        "jwks_uri",
        uri() + "/keys",
        "authorization_endpoint",
        uri() + "/authorize",
        "token_endpoint",
        uri() + "/token",
        "end_session_endpoint",
        uri() + "/sign-out",
        "response_types_supported",
        List.of("code"),
        "subject_types_supported",
        List.of("public"),
        "id_token_signing_alg_values_supported",
        List.of("RS256"));
  }

  static void json(HttpExchange exchange, int status, Map<String, ?> body) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    Backend.send(exchange, status, JsonMapper.shared().writeValueAsString(body));
  }
}

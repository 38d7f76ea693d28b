package vn.sen.identity.token;

import java.security.Principal;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization.Token;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * How an authorization looks as a document. Of tokens only digests are kept; an authorization that
 * is read carries the digests in their place, and the one token it was found by.
 */
final class AuthorizationDocuments {

  static final String VERSION = "v";
  static final String SID = "sid";
  static final String SUBJECT = "subject";
  static final String CLIENT = "client";
  static final String UNTIL = "until";
  static final String CODE = "code";
  static final String ACCESS = "access";
  static final String REFRESH = "refresh";
  static final String SPENT = "spent";
  static final String SPENT_AT = "at";
  static final String DIGEST = "digest";

  /** Where a token's digest is kept. */
  static String digestOf(String token) {
    return token + "." + DIGEST;
  }

  /** Stands before a digest that stands for a token. */
  private static final String KEPT = "digest:";

  /** The version an authorization was read at, among its attributes. */
  private static final String READ_AT = "sen.version";

  private static final String SINCE = "since";
  private static final String SCOPES = "scopes";
  private static final String REQUEST = "request";
  private static final String ISSUED = "issued";
  private static final String EXPIRES = "expires";
  private static final String VOID = "void";

  private AuthorizationDocuments() {}

  /** The version the authorization was read at, 0 for a new one. */
  static int version(OAuth2Authorization authorization) {
    Integer version = authorization.getAttribute(READ_AT);
    return version == null ? 0 : version;
  }

  static SignedIn person(OAuth2Authorization authorization) {
    if (authorization.getAttribute(Principal.class.getName()) instanceof SignedIn signedIn) {
      return signedIn;
    }
    throw new IllegalStateException("Only people's authorizations are kept");
  }

  /** The fields that are the same over its life. */
  static Document begun(OAuth2Authorization authorization) {
    var person = person(authorization);
    OAuth2AuthorizationRequest request =
        Objects.requireNonNull(
            authorization.getAttribute(OAuth2AuthorizationRequest.class.getName()));
    return new Document("_id", authorization.getId())
        .append(CLIENT, authorization.getRegisteredClientId())
        .append(SUBJECT, person.person().toString())
        .append(SID, person.sid().toString())
        .append(SINCE, Date.from(person.since()))
        .append(UNTIL, Date.from(person.until()))
        .append(SCOPES, List.copyOf(request.getScopes()))
        .append(REQUEST, request(request));
  }

  private static Document request(OAuth2AuthorizationRequest request) {
    return new Document("uri", request.getAuthorizationUri())
        .append("clientId", request.getClientId())
        .append("redirectUri", request.getRedirectUri())
        .append("state", request.getState())
        .append("more", known(request.getAdditionalParameters()));
  }

  /** Of what else a client may send, only what is asked for later. */
  private static Document known(Map<String, Object> parameters) {
    var known = new Document();
    for (var name : List.of("code_challenge", "code_challenge_method", "nonce")) {
      if (parameters.get(name) instanceof String value) {
        known.append(name, value);
      }
    }
    return known;
  }

  /** The fields that change: its tokens. */
  static Document tokens(OAuth2Authorization authorization) {
    var tokens = new Document();
    put(tokens, CODE, authorization.getToken(OAuth2AuthorizationCode.class));
    put(tokens, ACCESS, authorization.getAccessToken());
    put(tokens, REFRESH, authorization.getRefreshToken());
    return tokens;
  }

  private static void put(Document tokens, String field, @Nullable Token<?> token) {
    if (token == null) {
      return;
    }
    var value = token.getToken().getTokenValue();
    tokens.append(
        field,
        new Document(
                DIGEST, value.startsWith(KEPT) ? value.substring(KEPT.length()) : Digest.of(value))
            .append(ISSUED, date(token.getToken().getIssuedAt()))
            .append(EXPIRES, date(token.getToken().getExpiresAt()))
            .append(VOID, token.isInvalidated()));
  }

  private static @Nullable Date date(@Nullable Instant instant) {
    return instant == null ? null : Date.from(instant);
  }

  /**
   * @param presented the token it was found by, or null
   */
  static OAuth2Authorization read(
      Document document, RegisteredClient client, @Nullable String presented) {
    var person =
        new SignedIn(
            UUID.fromString(document.getString(SUBJECT)),
            UUID.fromString(document.getString(SID)),
            document.getDate(SINCE).toInstant(),
            document.getDate(UNTIL).toInstant());
    var scopes = Set.copyOf(document.getList(SCOPES, String.class));
    var builder =
        OAuth2Authorization.withRegisteredClient(client)
            .id(document.getString("_id"))
            .principalName(person.getName())
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .authorizedScopes(scopes)
            .attribute(READ_AT, document.getInteger(VERSION))
            .attribute(Principal.class.getName(), person)
            .attribute(
                OAuth2AuthorizationRequest.class.getName(),
                request(document.get(REQUEST, Document.class), scopes));
    token(builder, document, CODE, presented, OAuth2AuthorizationCode::new);
    token(builder, document, REFRESH, presented, OAuth2RefreshToken::new);
    boolean answered =
        token(
            builder,
            document,
            ACCESS,
            presented,
            (value, issued, expires) ->
                new OAuth2AccessToken(
                    OAuth2AccessToken.TokenType.BEARER, value, issued, expires, scopes));
    if (answered) {
      builder.token(idToken(person, client));
    }
    return builder.build();
  }

  private static OAuth2AuthorizationRequest request(Document document, Set<String> scopes) {
    return OAuth2AuthorizationRequest.authorizationCode()
        .authorizationUri(document.getString("uri"))
        .clientId(document.getString("clientId"))
        .redirectUri(document.getString("redirectUri"))
        .state(document.getString("state"))
        .scopes(scopes)
        .additionalParameters(new HashMap<>(document.get("more", Document.class)))
        .build();
  }

  /** Makes a token of its value and its dates. */
  private interface Making<T extends OAuth2Token> {
    T of(String value, Instant issued, Instant expires);
  }

  private static <T extends OAuth2Token> boolean token(
      OAuth2Authorization.Builder builder,
      Document document,
      String field,
      @Nullable String presented,
      Making<T> making) {
    var kept = document.get(field, Document.class);
    if (kept == null) {
      return false;
    }
    var digest = kept.getString(DIGEST);
    var value = presented != null && Digest.matches(presented, digest) ? presented : KEPT + digest;
    builder.token(
        making.of(value, kept.getDate(ISSUED).toInstant(), kept.getDate(EXPIRES).toInstant()),
        metadata -> metadata.put(Token.INVALIDATED_METADATA_NAME, kept.getBoolean(VOID)));
    return true;
  }

  /** What the framework asks of an id token after it was given out; itself it is not kept. */
  private static OidcIdToken idToken(SignedIn person, RegisteredClient client) {
    return new OidcIdToken(
        KEPT + "id",
        person.since(),
        person.until(),
        Map.of(
            "sub", person.getName(),
            "aud", List.of(client.getClientId()),
            "sid", person.sid().toString()));
  }
}

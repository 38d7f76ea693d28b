package vn.sen.gateway.session;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeReactiveAuthenticationManager;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import vn.sen.gateway.GatewaySettings;
import vn.sen.gateway.access.IssuerClient;
import vn.sen.gateway.access.IssuerKeys;
import vn.sen.gateway.problem.Refusal;

/** The gateway as a client of the issuer: gets tokens for people, and renews them. */
final class ConsoleClient {

  static final String CALLBACK = "/session/callback";

  static final String NAME = "console";

  private final IssuerClient issuer;
  private final SessionSettings settings;
  private final URI external;
  private final Clock clock;
  private final OidcAuthorizationCodeReactiveAuthenticationManager signIn;
  private final WebClientReactiveRefreshTokenTokenResponseClient renewal =
      new WebClientReactiveRefreshTokenTokenResponseClient();

  ConsoleClient(
      IssuerClient issuer,
      IssuerKeys keys,
      SessionSettings settings,
      GatewaySettings gateway,
      Clock clock) {
    this.issuer = issuer;
    this.settings = settings;
    this.clock = clock;
    this.external = gateway.gateway().externalUrl();
    var code = new WebClientReactiveAuthorizationCodeTokenResponseClient();
    code.setWebClient(issuer.http());
    renewal.setWebClient(issuer.http());
    signIn =
        new OidcAuthorizationCodeReactiveAuthenticationManager(
            code, user -> Mono.just(new DefaultOidcUser(List.of(), user.getIdToken())));
    signIn.setJwtDecoderFactory(
        registration -> keys.decoder(List.of(new OidcIdTokenValidator(registration))));
  }

  /** How the issuer knows the gateway, and where its endpoints are. */
  Mono<ClientRegistration> registration() {
    return reached(issuer.metadata())
        .map(
            metadata ->
                ClientRegistrations.fromOidcConfiguration(metadata)
                    .registrationId(NAME)
                    .clientId(settings.clientId())
                    .clientSecret(settings.clientSecret())
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .clientSettings(
                        ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
                    .redirectUri(external + CALLBACK)
                    .scope(settings.scopes())
                    .build());
  }

  /**
   * Gets the tokens for a code; fails with an {@link AuthenticationException} if the answer does
   * not belong to the question, or the issuer will not give any.
   */
  Mono<SignedIn> signIn(Question question, OAuth2AuthorizationResponse answer) {
    return registration()
        .map(
            registration ->
                new OAuth2AuthorizationCodeAuthenticationToken(
                    registration,
                    new OAuth2AuthorizationExchange(question.request(registration), answer)))
        .flatMap(exchange -> reached(signIn.authenticate(exchange)))
        .cast(OAuth2LoginAuthenticationToken.class)
        .map(this::signedIn);
  }

  /** Gets new tokens; empty if the issuer says that the sign-in is over. */
  Mono<Tokens> renew(Tokens old) {
    var refresh = old.refresh();
    if (refresh == null) {
      return Mono.empty();
    }
    return registration()
        .flatMap(
            registration -> reached(renewal.getTokenResponse(request(registration, old, refresh))))
        .map(
            answer ->
                Tokens.of(
                    answer.getAccessToken(), answer.getRefreshToken(), old.id(), clock.instant()))
        .onErrorResume(OAuth2AuthorizationException.class, ConsoleClient::overOrUnavailable);
  }

  /**
   * Where a browser goes to end the issuer's own session too. The issuer wants the id token with it
   * to know whose; that token opens nothing.
   */
  Mono<URI> signOutPage(Tokens tokens) {
    return issuer
        .metadata()
        .flatMap(metadata -> Mono.justOrEmpty(metadata.get("end_session_endpoint")))
        .map(
            page ->
                UriComponentsBuilder.fromUriString(page.toString())
                    .queryParam("id_token_hint", tokens.id())
                    .queryParam("client_id", settings.clientId())
                    .queryParam("post_logout_redirect_uri", home())
                    .encode()
                    .build()
                    .toUri())
        .onErrorComplete()
        .defaultIfEmpty(home());
  }

  URI home() {
    return URI.create(external + "/");
  }

  private SignedIn signedIn(OAuth2LoginAuthenticationToken answer) {
    var idToken = ((OidcUser) Objects.requireNonNull(answer.getPrincipal())).getIdToken();
    return new SignedIn(
        Objects.requireNonNull(idToken.getSubject()),
        idToken.getClaimAsString("sid"),
        Tokens.of(
            Objects.requireNonNull(answer.getAccessToken()),
            answer.getRefreshToken(),
            idToken.getTokenValue(),
            clock.instant()));
  }

  private static OAuth2RefreshTokenGrantRequest request(
      ClientRegistration registration, Tokens old, String refresh) {
    return new OAuth2RefreshTokenGrantRequest(
        registration,
        new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, old.access(), null, null),
        new OAuth2RefreshToken(refresh, null));
  }

  private static Mono<Tokens> overOrUnavailable(OAuth2AuthorizationException failure) {
    return OAuth2ErrorCodes.INVALID_GRANT.equals(failure.getError().getErrorCode())
        ? Mono.empty()
        : Mono.error(Refusal.unavailable(GatewaySettings.IDENTITY, failure));
  }

  private static <T> Mono<T> reached(Mono<T> answer) {
    return answer.onErrorMap(
        failure -> failure instanceof WebClientException || failure instanceof TimeoutException,
        failure -> Refusal.unavailable(GatewaySettings.IDENTITY, failure));
  }
}

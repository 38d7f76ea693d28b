package vn.sen.identity.local;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationGrantAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.token.DefaultOAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.stereotype.Component;
import vn.sen.chassis.store.Stored;
import vn.sen.identity.person.People;
import vn.sen.identity.token.ByName;
import vn.sen.identity.token.ConfiguredClient;
import vn.sen.identity.token.ExtensionGrant;
import vn.sen.identity.token.IdentityProperties;

/**
 * A token for anybody, to whoever knows the installation's secret: for scripts and for the demo on
 * a developer's machine. Without the secret the grant does not exist.
 */
@Component
@ConditionalOnProperty("sen.identity.local.secret")
class LocalGrant implements ExtensionGrant, ConfiguredClient, AuthenticationProvider {

  static final AuthorizationGrantType TYPE =
      new AuthorizationGrantType("urn:sen:params:oauth:grant-type:local");

  private static final String CLIENT = "local";
  private static final String USER = "user";
  private static final String MACHINE = "client";

  private final RegisteredClient client;
  private final People people;
  private final OAuth2TokenGenerator<? extends OAuth2Token> tokens;

  LocalGrant(
      LocalSecret secret,
      IdentityProperties properties,
      People people,
      OAuth2TokenGenerator<? extends OAuth2Token> tokens) {
    this.client =
        RegisteredClient.withId("configured-" + CLIENT)
            .clientId(CLIENT)
            .clientSecret(secret.digest())
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            .authorizationGrantType(TYPE)
            .tokenSettings(properties.tokenSettings())
            .build();
    this.people = people;
    this.tokens = tokens;
  }

  @Override
  public RegisteredClient client() {
    return client;
  }

  @Override
  public void addTo(OAuth2AuthorizationServerConfigurer server) {
    server.tokenEndpoint(
        endpoint ->
            endpoint.accessTokenRequestConverter(this::convert).authenticationProvider(this));
  }

  /** A request for somebody's token. */
  private static final class Request extends OAuth2AuthorizationGrantAuthenticationToken {
    private final ByName whose;

    Request(Authentication client, ByName whose) {
      super(TYPE, client, Map.of());
      this.whose = whose;
    }
  }

  private @Nullable Authentication convert(HttpServletRequest request) {
    if (!TYPE.getValue().equals(request.getParameter(OAuth2ParameterNames.GRANT_TYPE))) {
      return null;
    }
    var caller = SecurityContextHolder.getContext().getAuthentication();
    if (caller == null) {
      throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
    }
    return new Request(caller, whose(request));
  }

  private ByName whose(HttpServletRequest request) {
    var user = Optional.ofNullable(request.getParameter(USER));
    var machine = Optional.ofNullable(request.getParameter(MACHINE));
    if (user.isPresent() == machine.isPresent()) {
      throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
    }
    return machine
        .<ByName>map(ByName.OfMachine::new)
        .or(() -> user.flatMap(people::named).map(Stored::id).map(ByName.OfPerson::new))
        .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
  }

  @Override
  public Authentication authenticate(Authentication authentication) {
    var request = (Request) authentication;
    if (!(request.getPrincipal() instanceof OAuth2ClientAuthenticationToken caller)
        || !caller.isAuthenticated()
        || caller.getRegisteredClient() != client) {
      throw new OAuth2AuthenticationException(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT);
    }
    var token =
        tokens.generate(
            DefaultOAuth2TokenContext.builder()
                .registeredClient(client)
                .principal(request.whose)
                .authorizationServerContext(AuthorizationServerContextHolder.getContext())
                .tokenType(OAuth2TokenType.ACCESS_TOKEN)
                .authorizationGrantType(TYPE)
                .authorizationGrant(request)
                .build());
    if (token == null) {
      throw new OAuth2AuthenticationException(OAuth2ErrorCodes.SERVER_ERROR);
    }
    return new OAuth2AccessTokenAuthenticationToken(
        client,
        caller,
        new OAuth2AccessToken(
            OAuth2AccessToken.TokenType.BEARER,
            token.getTokenValue(),
            token.getIssuedAt(),
            token.getExpiresAt(),
            Set.of()));
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return Request.class.isAssignableFrom(authentication);
  }
}

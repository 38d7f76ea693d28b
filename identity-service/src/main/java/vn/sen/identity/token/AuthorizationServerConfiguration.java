package vn.sen.identity.token;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionDecoderFactory;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import vn.sen.chassis.access.BearerTokens;
import vn.sen.identity.client.Clients;

/** The authorization server: the framework's, on this service's stores. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentityProperties.class)
class AuthorizationServerConfiguration {

  @Bean
  SigningKeys signingKeys(
      IdentityProperties properties, @Value("${sen.local:false}") boolean local) {
    return SigningKeys.read(properties.keys(), local);
  }

  /** What is published: the framework leaves out the private halves. */
  @Bean
  JWKSource<SecurityContext> jwkSource(SigningKeys keys) {
    return new ImmutableJWKSet<>(keys.all());
  }

  @Bean
  JwtEncoder jwtEncoder(SigningKeys keys) {
    return new NimbusJwtEncoder(new ImmutableJWKSet<>(keys.first()));
  }

  @Bean
  OAuth2TokenGenerator<? extends OAuth2Token> tokenGenerator(
      JwtEncoder encoder, TokenClaims claims, Clock clock) {
    var jwts = new JwtGenerator(encoder);
    jwts.setJwtCustomizer(claims);
    jwts.setClock(clock);
    return new DelegatingOAuth2TokenGenerator(jwts, new RefreshTokens(clock));
  }

  @Bean
  AuthorizationServerSettings authorizationServerSettings(IdentityProperties properties) {
    return AuthorizationServerSettings.builder().issuer(properties.issuer().toString()).build();
  }

  @Bean
  FilterRegistrationBean<IssuerPathFilter> issuerPath(IdentityProperties properties) {
    var registration = new FilterRegistrationBean<>(new IssuerPathFilter(properties.issuer()));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }

  /** The cookie goes where the issuer is and, if that is https, never in clear. */
  @Bean
  ServletContextInitializer signInCookie(IdentityProperties properties) {
    return context -> {
      var cookie = context.getSessionCookieConfig();
      cookie.setPath(properties.issuer().getPath());
      cookie.setSecure("https".equals(properties.issuer().getScheme()));
    };
  }

  @Bean
  @ConditionalOnProperty("sen.identity.gateway.client-secret")
  ConfiguredClient gatewayClient(IdentityProperties properties) {
    var client =
        RegisteredClients.gateway(properties, Objects.requireNonNull(properties.gateway()));
    return () -> client;
  }

  @Bean
  StaleSignInFilter staleSignIns(OpenSignIns signIns) {
    return new StaleSignInFilter(signIns);
  }

  /** It belongs to the chains that ask for it, not before all others. */
  @Bean
  FilterRegistrationBean<StaleSignInFilter> staleSignInsInChainsOnly(StaleSignInFilter filter) {
    var registration = new FilterRegistrationBean<>(filter);
    registration.setEnabled(false);
    return registration;
  }

  @Bean
  @Order(1)
  SecurityFilterChain authorizationServer(
      HttpSecurity http,
      Assertions assertions,
      BackChannel backChannel,
      StaleSignInFilter staleSignIns,
      Clients clients,
      ObjectProvider<ExtensionGrant> grants) {
    var server = new OAuth2AuthorizationServerConfigurer();
    return http.securityMatcher(server.getEndpointsMatcher())
        .with(
            server,
            s -> {
              s.oidc(
                  oidc ->
                      oidc.logoutEndpoint(
                          logout -> logout.logoutResponseHandler(new SignOutHandler(backChannel))));
              s.clientAuthentication(
                  authentication ->
                      authentication.authenticationProviders(
                          all -> all.forEach(p -> adapt(p, assertions))));
              grants.forEach(grant -> grant.addTo(s));
            })
        .addFilterAfter(staleSignIns, SecurityContextHolderFilter.class)
        .addFilterAfter(new RefusedClients(clients), SecurityContextHolderFilter.class)
        .addFilterAfter(BearerTokens.notNeeded(), AuthorizationFilter.class)
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .exceptionHandling(
            exceptions ->
                exceptions.defaultAuthenticationEntryPointFor(
                    new LoginUrlAuthenticationEntryPoint("/sign-in"),
                    new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
        .build();
  }

  private static void adapt(AuthenticationProvider provider, Assertions assertions) {
    switch (provider) {
      case ClientSecretAuthenticationProvider secrets ->
          secrets.setPasswordEncoder(new SecretDigests());
      case JwtClientAssertionAuthenticationProvider signed ->
          signed.setJwtDecoderFactory(once(assertions));
      default -> {}
    }
  }

  /** The framework's own checks of an assertion, and that it comes for the first time. */
  private static JwtClientAssertionDecoderFactory once(Assertions assertions) {
    var factory = new JwtClientAssertionDecoderFactory();
    factory.setJwtValidatorFactory(
        client -> {
          var usual = JwtClientAssertionDecoderFactory.DEFAULT_JWT_VALIDATOR_FACTORY.apply(client);
          return assertion -> {
            var result = usual.validate(assertion);
            return result.hasErrors() ? result : assertions.validate(assertion);
          };
        });
    return factory;
  }

  /** Clients' secrets are random and long: a digest keeps them as well as a slow hash would. */
  private static final class SecretDigests implements PasswordEncoder {
    @Override
    public @Nullable String encode(@Nullable CharSequence secret) {
      return secret == null ? null : Digest.of(secret.toString());
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String digest) {
      return secret != null && digest != null && Digest.matches(secret.toString(), digest);
    }
  }
}

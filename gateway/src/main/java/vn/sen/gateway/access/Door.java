package vn.sen.gateway.access;

import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtReactiveAuthenticationManager;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.OrServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;
import vn.sen.gateway.limit.RateLimits;
import vn.sen.gateway.problem.Problem;
import vn.sen.gateway.problem.Refusal;

/**
 * Nobody comes in without a valid token, but to what is named here: the probes, the API documents,
 * and the ways to get a token.
 */
@Configuration(proxyBeanMethods = false)
class Door {

  private static final ServerWebExchangeMatcher PROBES =
      ServerWebExchangeMatchers.pathMatchers(HttpMethod.GET, "/actuator/health/**");

  private static final ServerWebExchangeMatcher OPEN =
      new OrServerWebExchangeMatcher(
          ServerWebExchangeMatchers.pathMatchers("/api/docs/**", "/identity/**", "/session/**"),
          ServerWebExchangeMatchers.pathMatchers(HttpMethod.GET, "/api/*/openapi"));

  private final RateLimits limits;

  Door(RateLimits limits) {
    this.limits = limits;
  }

  @Bean
  @Order(1)
  SecurityWebFilterChain probes(ServerHttpSecurity http) {
    return plain(http).securityMatcher(PROBES).build();
  }

  @Bean
  @Order(2)
  SecurityWebFilterChain open(ServerHttpSecurity http) {
    return plain(http)
        .securityMatcher(OPEN)
        .addFilterAt(
            (exchange, chain) -> limits.ofStranger(exchange).then(chain.filter(exchange)),
            SecurityWebFiltersOrder.LAST)
        .build();
  }

  @Bean
  @Order(3)
  SecurityWebFilterChain withToken(ServerHttpSecurity http, AccessTokens tokens) {
    var check = new JwtReactiveAuthenticationManager(tokens);
    check.setJwtAuthenticationConverter(
        token -> Mono.just(new JwtAuthenticationToken(token, List.of())));
    return plain(http)
        .authorizeExchange(requests -> requests.anyExchange().authenticated())
        .oauth2ResourceServer(
            bearer ->
                bearer
                    .jwt(jwt -> jwt.authenticationManager(check))
                    .authenticationEntryPoint(refusal()))
        .exceptionHandling(failures -> failures.authenticationEntryPoint(refusal()))
        .addFilterAt(countedByClient(), SecurityWebFiltersOrder.LAST)
        .build();
  }

  /** One span a request is enough. */
  @Bean
  SecurityObservationSettings securityIsNotTraced() {
    return SecurityObservationSettings.noObservations();
  }

  private static ServerHttpSecurity plain(ServerHttpSecurity http) {
    return http.securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
        .csrf(ServerHttpSecurity.CsrfSpec::disable)
        .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
        .logout(ServerHttpSecurity.LogoutSpec::disable)
        .headers(headers -> headers.cache(ServerHttpSecurity.HeaderSpec.CacheSpec::disable));
  }

  private WebFilter countedByClient() {
    return (exchange, chain) ->
        ReactiveSecurityContextHolder.getContext()
            .map(
                context -> (Jwt) Objects.requireNonNull(context.getAuthentication()).getPrincipal())
            .flatMap(token -> limits.ofClient(client(token), subject(token), exchange))
            .then(chain.filter(exchange));
  }

  private static String client(Jwt token) {
    var client = token.getClaimAsString("client_id");
    return client == null ? subject(token) : client;
  }

  private static String subject(Jwt token) {
    return Objects.requireNonNull(token.getSubject());
  }

  /** Whoever is refused is a stranger, and may try only so often. */
  private ServerAuthenticationEntryPoint refusal() {
    return (exchange, reason) ->
        limits
            .ofStranger(exchange)
            .then(
                Mono.error(
                    () -> {
                      boolean none = !(reason instanceof OAuth2AuthenticationException);
                      exchange
                          .getResponse()
                          .getHeaders()
                          .set(
                              HttpHeaders.WWW_AUTHENTICATE,
                              none ? "Bearer" : "Bearer error=\"invalid_token\"");
                      return new Refusal(Problem.SIGN_IN_NEEDED);
                    }));
  }
}

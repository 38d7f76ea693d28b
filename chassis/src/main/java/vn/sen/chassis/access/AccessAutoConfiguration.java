package vn.sen.chassis.access;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.sen.chassis.ChassisProperties;
import vn.sen.chassis.domain.BusinessZone;
import vn.sen.chassis.org.OrgAutoConfiguration;
import vn.sen.chassis.org.OrgFollower;

/**
 * Lets nobody in without a valid token of the issuer, and makes every endpoint say what it needs.
 * Open are only what a load balancer asks for, the description of the API, and each {@link
 * OpenPath}.
 */
@AutoConfiguration(after = OrgAutoConfiguration.class, before = WebMvcAutoConfiguration.class)
@EnableConfigurationProperties(AccessProperties.class)
public class AccessAutoConfiguration {

  static {
    // who calls is never asked of the client
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
  }

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  @Bean
  FilterRegistrationBean<BearerTokens> bearerTokens(
      JwtDecoder accessTokens,
      Revocations revocations,
      @Value("${springdoc.api-docs.path:/v3/api-docs}") String description,
      ObjectProvider<OpenPath> openPaths,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    var open = new HashSet<>(paths(openPaths));
    open.add(description);
    open.add(description + ".yaml");
    var filter = new BearerTokens(new KnownTokens(accessTokens), revocations, problems, open);
    var registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(BearerTokens.ORDER);
    return registration;
  }

  @Bean
  Revocations revocations(ChassisProperties chassis, AccessProperties properties) {
    return new Revocations(chassis.kafka().bootstrap(), properties.longest());
  }

  @Bean
  HealthIndicator revocationsHealthIndicator(Revocations revocations) {
    return () -> revocations.known() ? Health.up().build() : Health.outOfService().build();
  }

  @Bean
  JwtDecoder accessTokens(AccessProperties properties) {
    return new SupplierJwtDecoder(() -> verifying(properties));
  }

  private static NimbusJwtDecoder verifying(AccessProperties properties) {
    var requests =
        new JdkClientHttpRequestFactory(HttpClient.newBuilder().connectTimeout(PATIENCE).build());
    requests.setReadTimeout(PATIENCE);
    var client = new RestTemplate(requests);
    var issuer = properties.issuer().toString();
    var jwkSet = properties.jwkSet();
    var decoder =
        jwkSet == null
            ? NimbusJwtDecoder.withIssuerLocation(issuer).restOperations(client).build()
            : NimbusJwtDecoder.withJwkSetUri(jwkSet.toString())
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .restOperations(client)
                .build();
    var type = new JwtTypeValidator(List.of("at+jwt", "application/at+jwt", "JWT"));
    type.setAllowEmpty(true);
    List<OAuth2TokenValidator<Jwt>> checks =
        List.of(
            type,
            new JwtIssuerValidator(issuer),
            new JwtAudienceValidator(properties.audience()),
            new JwtTimestampValidator(),
            new ShortLife(properties.longest()));
    decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(checks));
    return decoder;
  }

  @Bean
  @ConditionalOnBean(OrgFollower.class)
  @ConditionalOnMissingBean
  Scope scope(OrgFollower follower, ObjectProvider<Scope.UnitLookup> lookup) {
    Scope.UnitLookup onMap = id -> follower.map().unit(id);
    return new Scope(
        follower::map, lookup.getIfAvailable(() -> onMap), Clock.system(BusinessZone.ID));
  }

  @Bean
  WebMvcConfigurer accessToEndpoints() {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new NeedsCheck());
      }

      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Callers());
      }
    };
  }

  private static Set<String> paths(ObjectProvider<OpenPath> open) {
    return open.stream().map(OpenPath::path).collect(Collectors.toSet());
  }

  /** An endpoint that does not say what it needs keeps the service from starting. */
  @Bean
  SmartInitializingSingleton everyEndpointSaysWhatItNeeds(
      ObjectProvider<OpenPath> openPaths,
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints) {
    return () ->
        endpoints
            .getHandlerMethods()
            .forEach(
                (path, method) -> {
                  if (method.getBeanType().getName().startsWith("vn.sen.")
                      && NeedsCheck.needed(method) == null
                      && !paths(openPaths).containsAll(path.getPatternValues())) {
                    throw new IllegalStateException(
                        path + " does not say what it needs: annotate " + method);
                  }
                });
  }
}

package vn.sen.gateway.route;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.netty.handler.timeout.TimeoutException;
import java.io.IOException;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.cloud.circuitbreaker.resilience4j.ReactiveResilience4JCircuitBreakerFactory;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JConfigBuilder;
import org.springframework.cloud.client.circuitbreaker.Customizer;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import vn.sen.gateway.GatewaySettings;

/** How the gateway speaks to services: connections, time-outs, breakers. */
@Configuration(proxyBeanMethods = false)
class Upstream {

  private final GatewaySettings.Limits limits;

  Upstream(GatewaySettings settings) {
    this.limits = settings.gateway();
  }

  /** The client's own retry is off: what may be repeated is decided in {@link RetryOnce} alone. */
  @Bean
  HttpClientCustomizer connections() {
    return client -> client.disableRetry(true).responseTimeout(limits.idleTimeout());
  }

  @Bean
  NettyServerCustomizer slowClients() {
    return server -> server.readTimeout(limits.idleTimeout());
  }

  @Bean
  Customizer<ReactiveResilience4JCircuitBreakerFactory> breakers() {
    GatewaySettings.Breaker breaker = limits.breaker();
    CircuitBreakerConfig config =
        CircuitBreakerConfig.custom()
            .slidingWindowSize(breaker.window())
            .minimumNumberOfCalls(breaker.minimumCalls())
            .failureRateThreshold(breaker.failurePercent())
            .waitDurationInOpenState(breaker.openFor())
            .permittedNumberOfCallsInHalfOpenState(breaker.trialCalls())
            .recordException(Upstream::isFailure)
            .ignoreException(failure -> !isFailure(failure))
            .build();
    return factory ->
        factory.configureDefault(
            id -> new Resilience4JConfigBuilder(id).circuitBreakerConfig(config).build());
  }

  /**
   * Only what says that a service is away or hangs. An answer, whatever its status, is an answer: a
   * service that refuses with 503 and a reason must be heard.
   */
  private static boolean isFailure(Throwable failure) {
    return failure instanceof IOException
        || failure instanceof TimeoutException
        || failure instanceof ResponseStatusException status
            && status.getStatusCode().isSameCodeAs(HttpStatus.GATEWAY_TIMEOUT);
  }
}

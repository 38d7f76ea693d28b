package vn.sen.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** With settings that are not safe the gateway does not start. */
class GatewaySettingsTest {

  @Configuration
  @ConfigurationPropertiesScan("vn.sen.gateway")
  static class Settings {}

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withUserConfiguration(Settings.class)
          .withPropertyValues(
              "sen.routes.membership=http://localhost:1",
              "sen.access.issuer=https://issuer.example",
              "sen.gateway.external-url=https://sen.example",
              "sen.gateway.sessions.client-secret=secret",
              "sen.gateway.sessions.key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");

  @Test
  void areEnoughToStart() {
    runner.run(context -> assertThat(context).hasNotFailed());
  }

  @ParameterizedTest
  @CsvSource({
    "sen.gateway.external-url=http://sen.example, must be https",
    "sen.gateway.external-url=https://sen.example/, no path",
    "sen.gateway.external-url=https://sen.example/sen, no path",
    "sen.gateway.rate-limit.client=0, at least 1",
    "sen.gateway.rate-limit.clients.bank=0, at least 1",
    "sen.gateway.sessions.client-secret=, SEN_GATEWAY_CLIENT_SECRET",
    "sen.gateway.sessions.key=, SEN_SESSION_KEY",
    "sen.gateway.sessions.key=c2hvcnQ=, SEN_SESSION_KEY"
  })
  void areRefused(String property, String reason) {
    runner
        .withPropertyValues(property)
        .run(
            context ->
                assertThat(context.getStartupFailure()).rootCause().hasMessageContaining(reason));
  }

  @Test
  void needNoSecretsWithoutSessions() {
    runner
        .withPropertyValues(
            "sen.gateway.sessions.enabled=false",
            "sen.gateway.sessions.client-secret=",
            "sen.gateway.sessions.key=")
        .run(context -> assertThat(context).hasNotFailed());
  }

  @Test
  void mayBePlainHttpOnThisMachine() {
    runner
        .withPropertyValues("sen.gateway.external-url=http://localhost:8080")
        .run(context -> assertThat(context).hasNotFailed());
  }
}

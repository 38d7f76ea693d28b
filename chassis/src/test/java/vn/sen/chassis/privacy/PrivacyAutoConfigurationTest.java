package vn.sen.chassis.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class PrivacyAutoConfigurationTest {

  private final ApplicationContextRunner service =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(PrivacyAutoConfiguration.class));

  @TempDir Path folder;

  /** A service that keeps personal data. */
  @Configuration(proxyBeanMethods = false)
  static class KeepsPersonalData {
    @Bean
    KeyedHash hash(PrivacyKeys keys) {
      return keys.hash("test");
    }
  }

  @Test
  void aServiceWithoutPersonalDataNeedsNoKeys() {
    service.run(started -> assertThat(started).hasNotFailed());
  }

  @Test
  void aServiceWithPersonalDataDoesNotStartWithoutAndSaysWhatToDo() {
    service
        .withUserConfiguration(KeepsPersonalData.class)
        .run(
            started -> {
              FailureAnalysis analysis =
                  new PrivacyKeysFailureAnalyzer().analyze(started.getStartupFailure());
              assertThat(analysis.getDescription()).contains("has no keys");
              assertThat(analysis.getAction()).contains("SEN_PRIVACY_KEYS", "openssl");
            });
  }

  @Test
  void keysForDevelopmentAreMadeAndAcceptedOnALocalPlatformOnly() {
    var named =
        service
            .withUserConfiguration(KeepsPersonalData.class)
            .withPropertyValues("sen.privacy.keys=" + folder.resolve("privacy.keys"));

    named.run(started -> assertThat(started).hasFailed());
    named.withPropertyValues("sen.local=true").run(started -> assertThat(started).hasNotFailed());
    named.run(
        started ->
            assertThat(started.getStartupFailure())
                .rootCause()
                .isInstanceOf(PrivacyKeysInvalid.class)
                .hasMessageContaining("development"));
  }
}

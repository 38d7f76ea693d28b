package vn.sen.identity.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.sen.chassis.relay.TopicCheck;
import vn.sen.embedded.SharedInfrastructure;
import vn.sen.events.Topic;
import vn.sen.identity.Browser;
import vn.sen.identity.IdentityServiceApplication;

/**
 * What the service refuses to start with, and what it does not have outside a local installation.
 */
class StartIT {

  @TempDir static Path folder;

  @BeforeAll
  static void topics() {
    new TopicCheck(SharedInfrastructure.kafkaBootstrap(), Duration.ofSeconds(30))
        .ensure(List.of(Topic.ORG_UNITS, Topic.MEMBERS));
  }

  private static Path keys(String kid) throws Exception {
    var key =
        new RSAKeyGenerator(2048)
            .keyID(kid)
            .keyUse(KeyUse.SIGNATURE)
            .algorithm(JWSAlgorithm.RS256)
            .generate();
    return Files.writeString(folder.resolve(kid + ".json"), new JWKSet(key).toString(false));
  }

  private static ConfigurableApplicationContext start(String... more) {
    var arguments = new ArrayList<String>();
    arguments.add("--server.port=0");
    arguments.add("--sen.kafka.bootstrap=" + SharedInfrastructure.kafkaBootstrap());
    arguments.add("--spring.mongodb.uri=" + SharedInfrastructure.mongoUri());
    arguments.add("--sen.mongodb.database=test_" + UUID.randomUUID().toString().replace("-", ""));
    arguments.add("--sen.access.issuer=http://localhost/identity");
    arguments.addAll(List.of(more));
    return new SpringApplicationBuilder(IdentityServiceApplication.class)
        .run(arguments.toArray(String[]::new));
  }

  private static String issuer(ConfigurableApplicationContext service) {
    return "http://localhost:"
        + service.getEnvironment().getProperty("local.server.port")
        + "/identity";
  }

  @Test
  void withADevelopmentKeyOutsideLocalItDoesNot() throws Exception {
    var keys = keys("development-of-somebody");
    assertThatThrownBy(() -> start("--sen.identity.keys=file:" + keys))
        .rootCause()
        .hasMessageContaining("made for development");
  }

  @Test
  void withoutAKeyItDoesNot() {
    assertThatThrownBy(() -> start()).rootCause().hasMessageContaining("names no file");
  }

  @Test
  void withALocalSecretOutsideLocalItDoesNot() throws Exception {
    var keys = keys("2026-01");
    assertThatThrownBy(
            () ->
                start(
                    "--sen.identity.keys=file:" + keys,
                    "--sen.identity.local.secret=" + UUID.randomUUID()))
        .rootCause()
        .hasMessageContaining("refused outside sen.local");
  }

  @Test
  void outsideLocalThereIsNoLocalGrantAndNobodyHasAPassword() throws Exception {
    // given
    var password = folder.resolve("first-password");
    try (var service =
        start(
            "--sen.identity.keys=file:" + keys("2026-02"),
            "--sen.identity.first-administrator.name=truong.ban",
            "--sen.identity.first-administrator.password-file=" + password)) {
      var browser = new Browser();
      // then
      browser
          .postForm(
              issuer(service) + "/oauth2/token",
              Map.of("grant_type", LocalGrant.TYPE.getValue(), "user", "truong.ban"),
              "Authorization",
              Browser.basic("local", UUID.randomUUID().toString()))
          .expect(401);
      browser.signIn(issuer(service), "administrator", "administrator").expect(401);
      assertThat(
              browser
                  .signIn(issuer(service), "truong.ban", Files.readString(password).strip())
                  .expect(303)
                  .location()
                  .getPath())
          .isEqualTo("/identity/password");
    }
  }
}

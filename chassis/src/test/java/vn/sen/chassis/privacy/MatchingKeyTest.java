package vn.sen.chassis.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sen.embedded.SharedInfrastructure;

class MatchingKeyTest {

  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

  @TempDir Path folder;

  @Test
  void givesEqualHashesToWhoeverHoldsIt() {
    var one = MatchingKey.parse("# of both services\nmatch 2026-11 " + KEY + "\n", false);
    var other = MatchingKey.parse("match 2026-11 " + KEY, false);

    assertThat(one.hash("054180012345")).isEqualTo(other.hash("054180012345")).hasSize(43);
    assertThat(one.hash("054180012345")).isNotEqualTo(one.hash("054180012346"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "match 2026-11", "hash 2026-11 AAAA", "match 2026-11 AAAA"})
  void isOneLineWithAKey(String text) {
    assertThatThrownBy(() -> MatchingKey.parse(text, false)).isInstanceOf(PrivacyKeysInvalid.class);
  }

  @Test
  void isMadeOnALocalPlatformAndRefusedAnywhereElse() {
    var file = folder.resolve("matching.key");
    var made = MatchingKey.read(file, true);

    assertThat(MatchingKey.read(file, true).hash("1")).isEqualTo(made.hash("1"));
    assertThatThrownBy(() -> MatchingKey.read(file, false)).isInstanceOf(PrivacyKeysInvalid.class);
    assertThatThrownBy(() -> MatchingKey.read(null, false)).isInstanceOf(PrivacyKeysInvalid.class);
  }

  @Test
  void belongsToTheDatabaseThatWasBegunWithIt() {
    try (var client = MongoClients.create(SharedInfrastructure.mongoUri())) {
      var database = client.getDatabase("matching_" + UUID.randomUUID());
      MatchingKey.parse("match 1 " + KEY, false).requireSameAs(database);
      MatchingKey.parse("match 2 " + KEY, false).requireSameAs(database);
      var other = MatchingKey.parse("match 1 " + KeyFiles.random(), false);

      assertThatThrownBy(() -> other.requireSameAs(database))
          .isInstanceOf(PrivacyKeysInvalid.class);
    }
  }
}

package vn.sen.identity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.FileSystemResource;

class SigningKeysTest {

  private static final RSAKey NEW = SigningKeys.generate("2026-07");
  private static final RSAKey OLD = SigningKeys.generate("2026-01");
  private static final RSAKey DEVELOPMENT = SigningKeys.generate("development-1");

  @TempDir Path folder;

  @Test
  void theFirstSignsAndAllArePublished() {
    // when
    var keys = SigningKeys.of(new JWKSet(List.of(NEW, OLD)), false);
    // then
    assertThat(keys.first().getKeys()).extracting("keyID").containsExactly("2026-07");
    assertThat(keys.all().getKeys()).extracting("keyID").containsExactly("2026-07", "2026-01");
  }

  @Test
  void aDevelopmentKeyIsRefusedOutsideLocal() {
    var set = new JWKSet(List.of(NEW, DEVELOPMENT));
    assertThatThrownBy(() -> SigningKeys.of(set, false))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("made for development");
    assertThat(SigningKeys.of(set, true).all().getKeys()).hasSize(2);
  }

  @Test
  void whatSignsNothingIsRefused() {
    assertThatThrownBy(() -> SigningKeys.of(new JWKSet(), false))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> SigningKeys.of(new JWKSet(NEW.toPublicJWK()), false))
        .isInstanceOf(IllegalStateException.class);
    var symmetric =
        new OctetSequenceKey.Builder(new byte[32]).keyID("s").keyUse(KeyUse.SIGNATURE).build();
    assertThatThrownBy(() -> SigningKeys.of(new JWKSet(symmetric), false))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void thereIsNoDefaultKey() {
    var missing = new FileSystemResource(folder.resolve("none.json"));
    assertThatThrownBy(() -> SigningKeys.read(null, true)).hasMessageContaining("names no file");
    assertThatThrownBy(() -> SigningKeys.read(missing, false))
        .hasMessageContaining("cannot be read");
  }

  @Test
  void aDevelopersMachineMakesItsOwnOnce() throws IOException {
    // given
    var file = folder.resolve("secrets/keys.json");
    // when
    var made = SigningKeys.read(new FileSystemResource(file), true);
    var found = SigningKeys.read(new FileSystemResource(file), true);
    // then
    assertThat(found.all().getKeys()).isEqualTo(made.all().getKeys());
    assertThat(made.first().getKeys().getFirst().getKeyID()).startsWith("development-");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }
}

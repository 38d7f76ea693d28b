package vn.sen.chassis.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivacyKeysTest {

  private static final String KEY = KeysMother.random();

  @TempDir Path folder;

  @Test
  void theFirstWrappingKeyWraps() {
    var keys =
        PrivacyKeys.parse(
            """
            # new since November
            wrap 2026-11 %1$s

            wrap 2025-11 %1$s
            hash 2025-11 %1$s
            """
                .formatted(KEY),
            false);

    assertThat(keys.current()).isEqualTo("2026-11");
    assertThat(keys.ids()).containsExactly("2026-11", "2025-11");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "wrap a KEY",
        "hash a KEY",
        "wrap a KEY\nhash a KEY\nhash b KEY",
        "wrap a KEY\nwrap a KEY\nhash a KEY",
        "wrap a c2hvcnQ=\nhash a KEY",
        "wrap a ???\nhash a KEY",
        "wrap KEY\nhash a KEY",
        "seal a KEY\nhash a KEY",
        "wrap development-1 KEY\nhash a KEY",
        "wrap a KEY\nhash development-1 KEY",
      })
  void whatCannotBeUsedIsRefusedWithoutShowingIt(String text) {
    assertThatThrownBy(() -> PrivacyKeys.parse(text.replace("KEY", KEY), false))
        .isInstanceOfSatisfying(
            PrivacyKeysInvalid.class,
            e -> {
              assertThat(e.getMessage()).isNotBlank().doesNotContain(KEY);
              assertThat(e.action()).contains("SEN_PRIVACY_KEYS");
            });
  }

  @Test
  void aServiceWithoutKeysDoesNotStart() {
    assertThatThrownBy(() -> PrivacyKeys.read(null, true)).isInstanceOf(PrivacyKeysInvalid.class);
    assertThatThrownBy(() -> PrivacyKeys.read(folder.resolve("none"), false))
        .isInstanceOf(PrivacyKeysInvalid.class);
  }

  @Test
  void aLocalPlatformMakesOneSetOfKeysForAllItsServices() throws Exception {
    // given
    var file = folder.resolve("new").resolve("privacy.keys");
    // when
    try (var services = Executors.newVirtualThreadPerTaskExecutor()) {
      var read =
          IntStream.range(0, 8)
              .mapToObj(_ -> services.submit(() -> PrivacyKeys.read(file, true)))
              .toList();
      // then
      var hash = read.getFirst().get().hash("a").of("x");
      for (var keys : read) {
        assertThat(keys.get().current()).startsWith("development-");
        assertThat(keys.get().hash("a").of("x")).isEqualTo(hash);
      }
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(files()).isEqualTo(1);
    assertThatThrownBy(() -> PrivacyKeys.read(file, false)).isInstanceOf(PrivacyKeysInvalid.class);
  }

  private long files() throws IOException {
    try (var files = Files.list(folder.resolve("new"))) {
      return files.count();
    }
  }

  @Test
  void hashesDependOnKeyAndPurpose() {
    var keys = KeysMother.keys();

    var hash = keys.hash("a").of("054180000001");

    assertThat(hash).hasSize(43).isEqualTo(keys.hash("a").of("054180000001"));
    assertThat(hash)
        .isNotEqualTo(keys.hash("b").of("054180000001"))
        .isNotEqualTo(keys.hash("a").of("054180000002"));
    var others = PrivacyKeys.parse("wrap a %s%nhash a %1$s".formatted(KEY), false);
    assertThat(hash).isNotEqualTo(others.hash("a").of("054180000001"));
  }

  @Test
  void aTextOpensForItsPurposeOnlyAndUnchanged() {
    var sealer = KeysMother.keys().sealer("cursors");
    var sealed = sealer.seal("cursor", "Nguyễn Thị Hòa");

    assertThat(sealer.open("cursor", sealed)).isEqualTo("Nguyễn Thị Hòa");
    assertThat(sealer.seal("cursor", "Nguyễn Thị Hòa")).isNotEqualTo(sealed);
    assertThatThrownBy(() -> sealer.open("other", sealed)).isInstanceOf(SealBroken.class);
    for (int i = 0; i < sealed.length; i++) {
      var changed = sealed.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> sealer.open("cursor", changed)).isInstanceOf(SealBroken.class);
    }
    assertThatThrownBy(() -> sealer.open("cursor", new byte[0])).isInstanceOf(SealBroken.class);
  }
}

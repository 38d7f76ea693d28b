package vn.sen.reporting.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretHashTest {

  @Test
  void aSecretIsKnownAgainByItsHashAlone() {
    var secret = SecretHash.newSecret();
    var hash = SecretHash.of(secret);
    assertThat(hash.isOf(secret)).isTrue();
    assertThat(hash.isOf(secret + "x")).isFalse();
    assertThat(hash.isOf("")).isFalse();
    assertThat(hash.hex()).hasSize(64).doesNotContain(secret);
    assertThat(hash.toString()).doesNotContain(hash.hex());
  }

  @Test
  void noTwoSecretsAreAlikeAndEachHas256Bits() {
    assertThat(SecretHash.newSecret()).hasSize(43).isNotEqualTo(SecretHash.newSecret());
  }
}

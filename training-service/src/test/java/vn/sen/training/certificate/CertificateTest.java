package vn.sen.training.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sen.events.training.CertificateEvent.CertificateErased;
import vn.sen.events.training.CertificateEvent.CertificateRevoked;
import vn.sen.events.training.CertificateRevocation;

class CertificateTest {

  private static final LocalDate ISSUED = LocalDate.of(2023, 3, 20);
  private static final LocalDate LATER = LocalDate.of(2023, 5, 1);

  private static Certificate issued() {
    var paper = new Paper("K/2023/1", "Kỹ năng", 16, ISSUED, ISSUED, "Hội LHPN xã", ISSUED, null);
    return Certificate.issue(
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            paper,
            "hash",
            new VerificationCode("0123456789ABCDEF"),
            "Nguyễn Thị Mô Phỏng")
        .state();
  }

  @Test
  void is_known_by_the_name_whatever_spaces_and_capitals() {
    assertThat(issued().isOf(" nguyễn  thị MÔ phỏng")).isTrue();
    assertThat(issued().isOf("Nguyen Thi Mo Phong")).isFalse();
  }

  @Test
  void is_revoked_once() {
    var revoked = issued().revoke(CertificateRevocation.MISPRINTED, LATER);

    assertThat(revoked.events())
        .isEqualTo(List.of(new CertificateRevoked(CertificateRevocation.MISPRINTED, LATER)));
    assertThatThrownBy(() -> revoked.state().revoke(CertificateRevocation.LOST, LATER))
        .isInstanceOf(CertificateRules.NotValidAnyMore.class);
    assertThat(revoked.state().notPassed(LATER).events()).isEmpty();
  }

  @Test
  void once_erased_is_nobodys() {
    var erased = issued().erase(LATER);

    assertThat(erased.events()).isEqualTo(List.of(new CertificateErased(LATER)));
    assertThat(erased.state().name()).isNull();
    assertThat(erased.state().code()).isNull();
    assertThat(erased.state().isOf("Nguyễn Thị Mô Phỏng")).isFalse();
    assertThat(erased.state().erase(LATER).events()).isEmpty();
  }
}

package vn.sen.training.certificate;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.Decision;
import vn.sen.events.training.CertificateEvent.CertificateErased;
import vn.sen.events.training.CertificateEvent.CertificateIssued;
import vn.sen.events.training.CertificateEvent.CertificateRevoked;
import vn.sen.events.training.CertificateRevocation;

/**
 * A certificate.
 *
 * @param unitId who issued it
 * @param codeHash keyed hash of the verification code
 * @param code null once the certificate was erased
 * @param name as on the paper; null once it was erased
 */
record Certificate(
    UUID classId,
    UUID personId,
    UUID unitId,
    Paper paper,
    String codeHash,
    @Nullable String code,
    @Nullable String name,
    Standing standing) {

  static Decision<Certificate> issue(
      UUID classId,
      UUID personId,
      UUID unitId,
      Paper paper,
      String codeHash,
      VerificationCode code,
      String name) {
    return Decision.of(
        new Certificate(
            classId, personId, unitId, paper, codeHash, code.text(), name, new Standing.Valid()),
        new CertificateIssued(classId, personId, unitId, paper.issuedOn()));
  }

  Decision<Certificate> revoke(CertificateRevocation reason, LocalDate on) {
    if (!(standing instanceof Standing.Valid)) {
      throw new CertificateRules.NotValidAnyMore();
    }
    return Decision.of(
        standing(new Standing.Revoked(reason, on)), new CertificateRevoked(reason, on));
  }

  /** The class was not passed, after all. */
  Decision<Certificate> notPassed(LocalDate on) {
    return standing instanceof Standing.Valid
        ? revoke(CertificateRevocation.NOT_PASSED, on)
        : Decision.nothing(this);
  }

  /** Nobody can be shown to be its holder any more. */
  Decision<Certificate> erase(LocalDate on) {
    return standing instanceof Standing.Erased
        ? Decision.nothing(this)
        : Decision.of(
            new Certificate(
                classId, personId, unitId, paper, codeHash, null, null, new Standing.Erased(on)),
            new CertificateErased(on));
  }

  private Certificate standing(Standing changed) {
    return new Certificate(classId, personId, unitId, paper, codeHash, code, name, changed);
  }

  /** Whether the name on it is the one that somebody typed, but for spaces and capitals. */
  boolean isOf(String typed) {
    return name != null && comparable(name).equals(comparable(typed));
  }

  private static String comparable(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .strip()
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.ROOT);
  }

  /** Nothing of it may reach a log. */
  @Override
  public String toString() {
    return "Certificate[…]";
  }
}

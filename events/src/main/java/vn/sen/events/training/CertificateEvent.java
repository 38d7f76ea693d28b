package vn.sen.events.training;

import java.time.LocalDate;
import java.util.UUID;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventName;

/** What happens to one certificate. The name on it and its code stay in the training service. */
public sealed interface CertificateEvent extends DomainEvent {

  /**
   * Somebody who passed a class that is closed was given a certificate.
   *
   * @param classId the class
   * @param personId who passed
   * @param unitId who issued it: the organiser of the class
   * @param on the day on the paper
   */
  @EventName("training.certificate.issued.v1")
  record CertificateIssued(UUID classId, UUID personId, UUID unitId, LocalDate on)
      implements CertificateEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * The certificate is not valid any more.
   *
   * @param reason why
   */
  @EventName("training.certificate.revoked.v1")
  record CertificateRevoked(CertificateRevocation reason, LocalDate on)
      implements CertificateEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /** The name on it was erased at the person's request; nobody can be shown to be its holder. */
  @EventName("training.certificate.erased.v1")
  record CertificateErased(LocalDate on) implements CertificateEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }
}

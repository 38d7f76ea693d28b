package vn.sen.events.lending;

import java.time.LocalDate;
import java.util.UUID;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventName;
import vn.sen.events.membership.Approval;

/** What happens to the agreement with one bank. */
public sealed interface AgreementEvent extends DomainEvent {

  /**
   * Somebody has entered terms; they hold when somebody else has approved them.
   *
   * @param author by id
   */
  @EventName("lending.agreement.terms-proposed.v1")
  record TermsProposed(UUID bankId, AgreementTerms terms, String author, LocalDate on)
      implements AgreementEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /** Terms hold from their day on; those of one day replace the former ones of that day. */
  @EventName("lending.agreement.terms-agreed.v1")
  record TermsAgreed(UUID bankId, AgreementTerms terms, Approval approval, LocalDate on)
      implements AgreementEvent {
    @Override
    public LocalDate effectiveDate() {
      return terms.from();
    }
  }

  /**
   * The terms proposed do not hold.
   *
   * @param rejectedBy by id
   */
  @EventName("lending.agreement.terms-rejected.v1")
  record TermsRejected(UUID bankId, String rejectedBy, LocalDate on) implements AgreementEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }
}

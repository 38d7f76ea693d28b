package vn.sen.events.membership;

import java.time.LocalDate;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventName;

/**
 * What one member has consented to; the aggregate has the member's id. Nothing is so by default.
 */
public sealed interface ConsentEvent extends DomainEvent {

  @EventName("membership.consent.given.v1")
  record ConsentGiven(ConsentPurpose purpose, ContactChannel channel, LocalDate on)
      implements ConsentEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /** From that day on her data is not used for the purpose any more. */
  @EventName("membership.consent.withdrawn.v1")
  record ConsentWithdrawn(ConsentPurpose purpose, ContactChannel channel, LocalDate on)
      implements ConsentEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }
}

package vn.sen.events.lending;

import java.time.LocalDate;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventName;

/** What happens to one bank the Union works with. */
public sealed interface BankEvent extends DomainEvent {

  /**
   * The Union works with the bank from a day on.
   *
   * @param code the Union's short code of the bank, unique
   * @param name its name from that day on
   */
  @EventName("lending.bank.registered.v1")
  record BankRegistered(String code, String name, LocalDate from) implements BankEvent {
    @Override
    public LocalDate effectiveDate() {
      return from;
    }
  }

  /**
   * The bank bears this name from a day on; stated again for the same day, it replaces the former.
   */
  @EventName("lending.bank.renamed.v1")
  record BankRenamed(String name, LocalDate from) implements BankEvent {
    @Override
    public LocalDate effectiveDate() {
      return from;
    }
  }

  /**
   * The platform learns of the bank's loans in another way from now on.
   *
   * @param statementsOnly whether the province uploads the bank's statements, because the bank has
   *     no programme that could post; else the bank posts by itself
   */
  @EventName("lending.bank.reporting-changed.v1")
  record BankReportingChanged(boolean statementsOnly, LocalDate on) implements BankEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }
}

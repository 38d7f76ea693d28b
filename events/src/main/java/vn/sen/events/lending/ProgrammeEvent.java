package vn.sen.events.lending;

import java.time.LocalDate;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventName;

/** What happens to one loan programme. */
public sealed interface ProgrammeEvent extends DomainEvent {

  /**
   * Loans of the programme are followed from a day on.
   *
   * @param code the Union's short code of the programme, unique
   */
  @EventName("lending.programme.registered.v1")
  record ProgrammeRegistered(String code, String name, LocalDate from) implements ProgrammeEvent {
    @Override
    public LocalDate effectiveDate() {
      return from;
    }
  }

  /** The programme bears this name from a day on; stated again for the day, it replaces it. */
  @EventName("lending.programme.renamed.v1")
  record ProgrammeRenamed(String name, LocalDate from) implements ProgrammeEvent {
    @Override
    public LocalDate effectiveDate() {
      return from;
    }
  }
}

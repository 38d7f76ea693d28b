package vn.sen.events.reporting;

import java.time.LocalDate;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventName;

/** What happens to one definition of a report. */
public sealed interface ReportDefinitionEvent extends DomainEvent {

  /**
   * The Union has set what a report shows. The event's sequence is the definition's version.
   *
   * @param code names the definition
   * @param on the day on which it was set
   * @param definition as JSON, whole: a report can be made again by it
   */
  @EventName("reporting.definition.set.v1")
  record ReportDefinitionSet(String code, LocalDate on, String definition)
      implements ReportDefinitionEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }
}

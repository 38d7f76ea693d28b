package vn.sen.events.reporting;

import java.time.LocalDate;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventName;
import vn.sen.events.membership.UnitLevel;

/** What is laid down about warnings. The aggregate is a rule with all its versions. */
public sealed interface WarningRuleEvent extends DomainEvent {

  /**
   * From a day on, a rule says this; before, it says what it said.
   *
   * @param code of the rule
   * @param from the first day
   * @param active whether it is in force from then on
   * @param level of the units that it watches
   * @param threshold in hundredths of a percent
   * @param horizonMonths so far ahead it looks
   * @param windowMonths from so many months the pace is taken
   * @param source where it is written, for people to read
   */
  @EventName("reporting.warning-rule.set.v1")
  record WarningRuleSet(
      String code,
      LocalDate from,
      boolean active,
      WatchedFigure figure,
      UnitLevel level,
      WarningSide side,
      long threshold,
      int horizonMonths,
      int windowMonths,
      String source)
      implements WarningRuleEvent {
    @Override
    public LocalDate effectiveDate() {
      return from;
    }
  }
}

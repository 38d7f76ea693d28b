package vn.sen.reporting.issuance;

import java.time.LocalDate;
import vn.sen.chassis.domain.RuleViolation;

/** Figures of a day that is still to come cannot be stood behind. */
public final class DayNotOver extends RuleViolation {

  public DayNotOver(LocalDate day, LocalDate today) {
    super(Parameters.pointer("asOf"), day.toString(), today.toString());
  }
}

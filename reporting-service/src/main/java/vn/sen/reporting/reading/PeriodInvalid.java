package vn.sen.reporting.reading;

import java.time.LocalDate;
import vn.sen.chassis.domain.RuleViolation;

/** The period of the flows begins after it ends. */
public final class PeriodInvalid extends RuleViolation {

  public PeriodInvalid(LocalDate from, LocalDate asOf) {
    super("?from", from.toString(), asOf.toString());
  }
}

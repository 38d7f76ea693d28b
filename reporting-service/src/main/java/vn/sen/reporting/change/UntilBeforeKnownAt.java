package vn.sen.reporting.change;

import java.time.LocalDate;
import vn.sen.chassis.domain.RuleViolation;

/** The later moment of knowledge lies before the earlier one. */
public final class UntilBeforeKnownAt extends RuleViolation {

  public UntilBeforeKnownAt(LocalDate knownAt, LocalDate until) {
    super("?until", knownAt.toString(), until.toString());
  }
}

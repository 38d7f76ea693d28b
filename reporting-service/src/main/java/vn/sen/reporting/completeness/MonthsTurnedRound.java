package vn.sen.reporting.completeness;

import java.time.YearMonth;
import vn.sen.chassis.domain.RuleViolation;

/** A period that ends before it begins. */
public final class MonthsTurnedRound extends RuleViolation {

  MonthsTurnedRound(YearMonth from, YearMonth until) {
    super("?from", from.toString(), until.toString());
  }
}

package vn.sen.reporting.programme;

import java.time.LocalDate;
import vn.sen.chassis.domain.RuleViolation;

/** The year asked for is not that of the date asked for. */
public final class YearOfOtherDate extends RuleViolation {

  public YearOfOtherDate(int year, LocalDate asOf) {
    super("?year", Integer.toString(year), asOf.toString());
  }
}

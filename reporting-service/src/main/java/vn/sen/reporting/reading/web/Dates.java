package vn.sen.reporting.reading.web;

import java.time.LocalDate;
import vn.sen.chassis.domain.DateOutOfRange;

/** The dates that reports are about. */
public final class Dates {

  private Dates() {}

  /**
   * The date itself.
   *
   * @throws DateOutOfRange naming the parameter
   */
  public static LocalDate check(String parameter, LocalDate date) {
    return DateOutOfRange.checked("?" + parameter, date);
  }
}

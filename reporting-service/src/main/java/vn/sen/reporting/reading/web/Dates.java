package vn.sen.reporting.reading.web;

import java.time.LocalDate;

/** The dates that reports are about. */
public final class Dates {

  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

  private Dates() {}

  /**
   * The date itself.
   *
   * @throws DateOutOfRange naming the parameter
   */
  public static LocalDate check(String parameter, LocalDate date) {
    if (date.isBefore(FIRST) || date.isAfter(LAST)) {
      throw new DateOutOfRange(parameter, FIRST.toString(), LAST.toString());
    }
    return date;
  }
}

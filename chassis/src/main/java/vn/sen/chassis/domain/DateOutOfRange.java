package vn.sen.chassis.domain;

import java.time.LocalDate;

/** A business date that no record of the Union can have: a slip of the keyboard. */
public final class DateOutOfRange extends RuleViolation {

  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

  private DateOutOfRange(String pointer) {
    super(pointer, FIRST.toString(), LAST.toString());
  }

  /** A parameter that means nothing is a bad request, as one that cannot be read. */
  @Override
  public int status() {
    return pointer().startsWith("?") ? 400 : super.status();
  }

  /**
   * The date itself.
   *
   * @param pointer JSON pointer into the body, or {@code ?name} for a query parameter
   * @throws DateOutOfRange if it is before 1900 or after 2199
   */
  public static LocalDate checked(String pointer, LocalDate date) {
    if (date.isBefore(FIRST) || date.isAfter(LAST)) {
      throw new DateOutOfRange(pointer);
    }
    return date;
  }
}

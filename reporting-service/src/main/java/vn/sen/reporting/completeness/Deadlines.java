package vn.sen.reporting.completeness;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;

/** Until when what happened in a month is to be entered: a dated parameter. */
public final class Deadlines {

  /**
   * From a month on, the deadline is a day of the month after it.
   *
   * @param from the first month
   * @param day of the next month; the last one where that month is shorter
   * @param source where it is written
   */
  public record Deadline(YearMonth from, int day, String source) {}

  private final List<Deadline> newestFirst;

  /**
   * @throws IllegalArgumentException if there is none, or a day that no month has
   */
  public Deadlines(List<Deadline> deadlines) {
    if (deadlines.isEmpty() || deadlines.stream().anyMatch(d -> d.day() < 1 || d.day() > 31)) {
      throw new IllegalArgumentException(
          "sen.reporting.completeness.deadlines needs a day from 1 to 31");
    }
    this.newestFirst =
        deadlines.stream().sorted(Comparator.comparing(Deadline::from).reversed()).toList();
  }

  /** The last day on which what happened in the month is in time. */
  LocalDate of(YearMonth month) {
    var deadline =
        newestFirst.stream()
            .filter(one -> !one.from().isAfter(month))
            .findFirst()
            .orElse(newestFirst.getLast());
    var next = month.plusMonths(1);
    return next.atDay(Math.min(deadline.day(), next.lengthOfMonth()));
  }
}

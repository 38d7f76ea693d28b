package vn.sen.membership.rights;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import vn.sen.events.membership.DataRight;

/**
 * How soon a request is answered: a dated parameter.
 *
 * @param from the first day it is in force, until the next one of the same right
 * @param acknowledgeWithin working days; public holidays count as such, which is never too late
 * @param fulfilWithin days
 * @param source where it is written
 */
record Deadline(
    DataRight right, LocalDate from, int acknowledgeWithin, int fulfilWithin, String source) {

  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  /** The last day to acknowledge what came on that day. */
  LocalDate acknowledgeBy(LocalDate received) {
    var day = received;
    for (int left = acknowledgeWithin; left > 0; ) {
      day = day.plusDays(1);
      if (!WEEKEND.contains(day.getDayOfWeek())) {
        left--;
      }
    }
    return day;
  }

  /** The last day to fulfil what came on that day. */
  LocalDate fulfilBy(LocalDate received) {
    return received.plusDays(fulfilWithin);
  }
}

package vn.sen.local.demo.dataset.lending;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import vn.sen.local.demo.dataset.UnitFact;

/** Money changes hands at a commune on one fixed day of each month. */
final class TransactionDays {

  private static final int FIRST = 3;
  private static final int KINDS = 25;

  private final LocalDate after;
  private final LocalDate until;
  private final Random random;

  /**
   * @param after the last day before
   * @param until the last day
   */
  TransactionDays(LocalDate after, LocalDate until, Random random) {
    this.after = after;
    this.until = until;
    this.random = random;
  }

  /** All of a commune, in their order. */
  List<LocalDate> of(UnitFact commune) {
    var dayOfMonth = FIRST + Math.floorMod(commune.key().code().hashCode(), KINDS);
    var days = new ArrayList<LocalDate>();
    for (var month = YearMonth.from(after); !month.atDay(1).isAfter(until); ) {
      var day = month.atDay(dayOfMonth);
      if (day.isAfter(after) && !day.isAfter(until)) {
        days.add(day);
      }
      month = month.plusMonths(1);
    }
    return days;
  }

  /** Some of a commune, each another one, in their order. */
  List<LocalDate> some(UnitFact commune, int count) {
    var all = of(commune);
    var chosen = new HashSet<Integer>();
    while (chosen.size() < count) {
      chosen.add(random.nextInt(all.size()));
    }
    return chosen.stream().sorted().map(all::get).toList();
  }

  /** One of a commune in the first half of the time. */
  LocalDate early(UnitFact commune) {
    var all = of(commune);
    return all.get(random.nextInt(all.size() / 2));
  }

  /** One of a commune in the second half of the time. */
  LocalDate late(UnitFact commune) {
    var all = of(commune);
    return all.get(all.size() / 2 + random.nextInt(all.size() - all.size() / 2));
  }

  /** The last one of a commune. */
  LocalDate last(UnitFact commune) {
    return of(commune).getLast();
  }
}

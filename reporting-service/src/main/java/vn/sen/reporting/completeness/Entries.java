package vn.sen.reporting.completeness;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.BitSet;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** How much was entered for each month, by the day on which it was recorded. Immutable. */
final class Entries {

  /** More than there are days from 1970 to 2199. */
  private static final long DAYS = 1L << 20;

  private final long[] steps;
  private final long[] counts;

  private Entries(long[] steps, long[] counts) {
    this.steps = steps;
    this.counts = counts;
  }

  static Entries of(SortedMap<Long, Long> byStep) {
    var steps = new long[byStep.size()];
    var counts = new long[byStep.size()];
    int i = 0;
    for (var step : byStep.entrySet()) {
      steps[i] = step.getKey();
      counts[i++] = step.getValue();
    }
    return new Entries(steps, counts);
  }

  /** Months and days in one number, in order of the months. */
  static long step(YearMonth month, LocalDate recorded) {
    return month(month) * DAYS + recorded.toEpochDay();
  }

  private static long month(YearMonth month) {
    return month.getYear() * 12L + month.getMonthValue() - 1;
  }

  /**
   * Which entries count.
   *
   * @param from the first month
   * @param until the last month
   * @param knownAt the last day on which one may have been recorded
   */
  record Period(YearMonth from, YearMonth until, LocalDate knownAt, Deadlines deadlines) {}

  /** Adds what was entered for the months of a period, by its last day, to a tally. */
  void addTo(Tally tally, Period period) {
    long first = month(period.from());
    long last = month(period.until());
    long known = period.knownAt().toEpochDay();
    for (int i = 0; i < steps.length; i++) {
      long month = Math.floorDiv(steps[i], DAYS);
      long day = Math.floorMod(steps[i], DAYS);
      if (month >= first && month <= last && day <= known) {
        var recorded = LocalDate.ofEpochDay(day);
        var of = YearMonth.of((int) Math.floorDiv(month, 12L), (int) Math.floorMod(month, 12L) + 1);
        boolean punctual = !recorded.isAfter(period.deadlines().of(of));
        tally.add((int) (month - first), counts[i], punctual, recorded);
      }
    }
  }

  /** What was entered by somebody in a period. */
  static final class Tally {
    private final BitSet months = new BitSet();
    private long inTime;
    private long late;
    private @Nullable LocalDate last;

    private void add(int month, long count, boolean punctual, LocalDate recorded) {
      months.set(month);
      inTime += punctual ? count : 0;
      late += punctual ? 0 : count;
      last = last == null || recorded.isAfter(last) ? recorded : last;
    }

    Entered entered() {
      return new Entered(inTime + late, inTime, late, months.cardinality(), last);
    }
  }
}

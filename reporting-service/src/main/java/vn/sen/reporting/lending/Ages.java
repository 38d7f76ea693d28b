package vn.sen.reporting.lending;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import vn.sen.events.lending.LoanMeasure;
import vn.sen.reporting.lending.LoanScan.Found;

/**
 * For how long there has been what is left of loans' balances on a day. What came first goes first,
 * so what is left came last.
 */
record Ages(LoanMeasure balance, LocalDate asOf) {

  /**
   * What is left for more than some days and for no more than others; nothing where the balance is
   * not at the loan's place.
   *
   * @param over null from the first day on
   * @param upTo null without end
   */
  ToLongFunction<Found> between(@Nullable Integer over, @Nullable Integer upTo) {
    return found ->
        found.part().balance(balance, asOf) > 0
            ? left(found.loan(), upTo) - (over == null ? 0 : left(found.loan(), over))
            : 0;
  }

  private long left(LoanFigures loan, @Nullable Integer days) {
    var byDay = new HashMap<Long, Long>();
    for (int place = 0; place < loan.places(); place++) {
      var part = loan.part(place);
      for (int i = 0; i < part.steps(); i++) {
        if (part.measure(i) == balance && part.epochDay(i) <= asOf.toEpochDay()) {
          byDay.merge(part.epochDay(i), part.delta(i), Long::sum);
        }
      }
    }
    long all = Math.max(0, byDay.values().stream().mapToLong(step -> step).sum());
    if (days == null) {
      return all;
    }
    long since = asOf.toEpochDay() - days;
    long came =
        byDay.entrySet().stream()
            .filter(step -> step.getKey() >= since)
            .mapToLong(step -> Math.max(0, step.getValue()))
            .sum();
    return Math.min(all, came);
  }
}

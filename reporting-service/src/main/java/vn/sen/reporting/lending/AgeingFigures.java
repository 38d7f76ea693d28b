package vn.sen.reporting.lending;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import vn.sen.events.lending.LoanMeasure;
import vn.sen.reporting.explanation.Figures;
import vn.sen.reporting.lending.LendingFigure.Amount;
import vn.sen.reporting.lending.LendingFigure.Derived;
import vn.sen.reporting.lending.LendingFigure.Households;

/**
 * The figures of how long what is overdue has been so, by their paths in the report's JSON. Which
 * of the steps of a balance are left in a bucket is no sum of events: behind a loan's part of it
 * are those of all that is overdue of the loan.
 */
final class AgeingFigures {

  private static final String OVERDUE = "overdue";

  private AgeingFigures() {}

  static Figures<LendingFigure> of(LocalDate asOf) {
    var overdue = new Period(asOf, asOf).stock(LoanMeasure.OVERDUE);
    var isOverdue = overdue.isThere();
    var all = new LinkedHashMap<String, LendingFigure>();
    all.put(OVERDUE, new Amount(overdue, isOverdue, 0));
    all.put("loans", Derived.count(isOverdue, OVERDUE));
    all.put("households", new Households(isOverdue, OVERDUE));
    Integer over = null;
    for (var end : AgeingReporter.ends()) {
      add(asOf, over, end, all);
      over = end;
    }
    add(asOf, over, null, all);
    return Figures.of(all);
  }

  private static void add(
      LocalDate asOf,
      @Nullable Integer over,
      @Nullable Integer upTo,
      LinkedHashMap<String, LendingFigure> all) {
    var bucket = "buckets." + (upTo == null ? LendingCell.NONE : upTo) + ".";
    var left = new Ages(LoanMeasure.OVERDUE, asOf).between(over, upTo);
    all.put(bucket + "overdue", new Derived(left, OVERDUE));
    all.put(bucket + "loans", Derived.count(found -> left.applyAsLong(found) > 0, OVERDUE));
  }

  /** Those of what the map places nowhere. */
  static Figures<LendingFigure> unplaced(LocalDate asOf) {
    return of(asOf).only(OVERDUE);
  }
}

package vn.sen.reporting.lending;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import vn.sen.reporting.explanation.Figures;
import vn.sen.reporting.lending.LendingFigure.Amount;
import vn.sen.reporting.lending.LendingFigure.Derived;
import vn.sen.reporting.lending.LendingFigure.Households;

/** The figures of what falls due, by their paths in the report's JSON. */
final class MaturityFigures {

  private static final String PRINCIPAL = "principal";

  private MaturityFigures() {}

  static Figures<LendingFigure> of(LocalDate asOf) {
    var first = YearMonth.from(asOf);
    var behind = first.plusMonths(MaturityReporter.MONTHS);
    var all = new LinkedHashMap<String, LendingFigure>();
    add(asOf, "pastDue", dueOn -> !dueOn.isAfter(asOf), all);
    for (var month = first; month.isBefore(behind); ) {
      var own = month;
      add(
          asOf,
          "months." + own,
          dueOn -> dueOn.isAfter(asOf) && YearMonth.from(dueOn).equals(own),
          all);
      month = month.plusMonths(1);
    }
    add(asOf, "later", dueOn -> !dueOn.isBefore(behind.atDay(1)), all);
    return Figures.of(all);
  }

  private static void add(
      LocalDate asOf, String slot, Predicate<LocalDate> due, Map<String, LendingFigure> all) {
    var principal = new Period(asOf, asOf).principal();
    var isOwed = principal.isThere();
    var sum = slot + "." + PRINCIPAL;
    Predicate<LoanScan.Found> isMeant =
        found -> due.test(found.part().place().dueOn()) && isOwed.test(found);
    all.put(sum, new Amount(principal, isMeant, 0));
    all.put(slot + ".loans", Derived.count(isMeant, sum));
    all.put(slot + ".households", new Households(isMeant, sum));
  }

  /** The only one of what the map places nowhere: all of the principal. */
  static Figures<LendingFigure> unplaced(LocalDate asOf) {
    var principal = new Period(asOf, asOf).principal();
    return Figures.of(Map.of(PRINCIPAL, new Amount(principal, principal.isThere(), 0)));
  }
}

package vn.sen.reporting.lending;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.sen.events.lending.LoanMeasure;
import vn.sen.reporting.explanation.Figures;
import vn.sen.reporting.lending.LendingFigure.Amount;
import vn.sen.reporting.lending.LendingFigure.Derived;
import vn.sen.reporting.lending.LendingFigure.Less;
import vn.sen.reporting.lending.LendingFigure.Received;
import vn.sen.reporting.lending.LendingFigure.Weight;

/**
 * The figures of duties, by their paths in the report's JSON. What is expected is told of each loan
 * to the last digit and rounded in the end; for how long checks have been late is no sum of events:
 * behind a loan's part of it are those of all that is late of the loan.
 */
final class DutyFigures {

  private static final String LATE = "checks.late";

  private DutyFigures() {}

  static Figures<LendingFigure> of(Period period, FeeRates rates) {
    var all = new LinkedHashMap<String, LendingFigure>();
    addChecks(period, all);
    addAges(period.to(), all);
    addFees("fees.", period, rates, all);
    return Figures.of(all);
  }

  /** Those of one month: fees alone. */
  static Figures<LendingFigure> ofMonth(Period period, FeeRates rates) {
    var all = new LinkedHashMap<String, LendingFigure>();
    addFees("", period, rates, all);
    return Figures.of(all);
  }

  private static void addChecks(Period period, Map<String, LendingFigure> all) {
    var before = period.before(LoanMeasure.CHECKS_LATE);
    var due = period.flow(LoanMeasure.CHECKS_DUE);
    var inTime = period.flow(LoanMeasure.CHECKS_IN_TIME);
    var doneLate = period.flow(LoanMeasure.CHECKS_DONE_LATE);
    var lapsed = period.flow(LoanMeasure.CHECKS_LAPSED);
    var late = period.stock(LoanMeasure.CHECKS_LATE);
    // what nothing else explains of the change: it came, or went
    var moved = late.minus(before).minus(due).plus(inTime).plus(doneLate).plus(lapsed);
    all.put("checks.lateBefore", new Amount(before));
    all.put("checks.due", new Amount(due));
    all.put("checks.doneInTime", new Amount(inTime));
    all.put("checks.doneLate", new Amount(doneLate));
    all.put("checks.lapsed", new Amount(lapsed));
    all.put("checks.moved", new Amount(moved));
    all.put(LATE, new Amount(late));
    all.put("checks.loansLate", Derived.count(late.isThere(), LATE));
  }

  private static void addAges(LocalDate asOf, Map<String, LendingFigure> all) {
    var ages = new Ages(LoanMeasure.CHECKS_LATE, asOf);
    all.put("checks.lateTo30", new Derived(ages.between(null, 30), LATE));
    all.put("checks.lateTo90", new Derived(ages.between(30, 90), LATE));
    all.put("checks.lateLonger", new Derived(ages.between(90, null), LATE));
  }

  private static void addFees(
      String fees, Period period, FeeRates rates, Map<String, LendingFigure> all) {
    var collected = period.flow(LoanMeasure.INTEREST_COLLECTED);
    all.put(fees + "interestCollected", new Amount(collected));
    all.put(fees + "expected", new Amount(share(collected, rates), _ -> true, FeeRates.DECIMALS));
    all.put(fees + "received", new Received());
    all.put(fees + "difference", new Less(fees + "received", fees + "expected"));
  }

  private static Weight share(Weight collected, FeeRates rates) {
    return (place, measure, day) -> {
      long counts = collected.of(place, measure, day);
      return counts == 0
          ? 0
          : counts * rates.of(place.bankId(), place.programmeId(), LocalDate.ofEpochDay(day));
    };
  }
}

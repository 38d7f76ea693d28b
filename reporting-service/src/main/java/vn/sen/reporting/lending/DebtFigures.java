package vn.sen.reporting.lending;

import java.util.LinkedHashMap;
import vn.sen.events.lending.LoanMeasure;
import vn.sen.reporting.explanation.Figures;
import vn.sen.reporting.lending.LendingFigure.Amount;
import vn.sen.reporting.lending.LendingFigure.Derived;
import vn.sen.reporting.lending.LendingFigure.Households;
import vn.sen.reporting.lending.LendingFigure.Percent;

/** The figures of what is owed, by their paths in the report's JSON. */
final class DebtFigures {

  private static final String OUTSTANDING = "outstanding";
  private static final String OVERDUE = "overdue";
  private static final int PERCENT_DECIMALS = 2;

  private DebtFigures() {}

  static Figures<LendingFigure> of(Period period) {
    var principal = period.principal();
    var all = new LinkedHashMap<String, LendingFigure>();
    all.put(OUTSTANDING, new Amount(principal));
    all.put("inTerm", new Amount(period.stock(LoanMeasure.IN_TERM)));
    all.put(OVERDUE, new Amount(period.stock(LoanMeasure.OVERDUE)));
    all.put("frozen", new Amount(period.stock(LoanMeasure.FROZEN)));
    all.put("interestArrears", new Amount(period.stock(LoanMeasure.INTEREST_ARREARS)));
    all.put("loans", Derived.count(principal.isThere(), OUTSTANDING));
    all.put("households", new Households(principal.isThere(), OUTSTANDING));
    all.put("overduePercent", new Percent(OVERDUE, OUTSTANDING, PERCENT_DECIMALS));
    addMovement(period, all);
    return Figures.of(all);
  }

  private static void addMovement(Period period, LinkedHashMap<String, LendingFigure> all) {
    var opening = period.opening();
    var takenOver = period.flow(LoanMeasure.TAKEN_OVER);
    var disbursed = period.flow(LoanMeasure.DISBURSED);
    var repaid = period.flow(LoanMeasure.REPAID);
    var writtenOff = period.flow(LoanMeasure.WRITTEN_OFF);
    var restated = period.flow(LoanMeasure.RESTATED);
    // what is left of the change of the balance when all flows are taken away: it came, or went
    var moved =
        period
            .principal()
            .minus(opening)
            .minus(takenOver)
            .minus(disbursed)
            .plus(repaid)
            .plus(writtenOff)
            .minus(restated);
    all.put("movement.opening", new Amount(opening));
    all.put("movement.takenOver", new Amount(takenOver));
    all.put("movement.disbursed", new Amount(disbursed));
    all.put("movement.repaid", new Amount(repaid));
    all.put("movement.writtenOff", new Amount(writtenOff));
    all.put("movement.restated", new Amount(restated));
    all.put("movement.moved", new Amount(moved));
    all.put("movement.closing", new Amount(period.principal()));
  }

  /** Those of what the map places nowhere. */
  static Figures<LendingFigure> unplaced(Period period) {
    return of(period).only("loans", "households", OUTSTANDING);
  }
}

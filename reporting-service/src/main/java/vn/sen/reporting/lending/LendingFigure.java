package vn.sen.reporting.lending;

import java.util.LinkedHashMap;
import vn.sen.events.lending.LoanMeasure;
import vn.sen.reporting.explanation.Figures;

/** How a figure of the lending report is made. */
sealed interface LendingFigure {

  /** Of the period that is reported. */
  enum When {
    BEFORE,
    WITHIN,
    AFTER;

    static When of(long day, LendingQuery query) {
      if (day > query.asOf().toEpochDay()) {
        return AFTER;
      }
      return day < query.from().toEpochDay() ? BEFORE : WITHIN;
    }
  }

  /** How often a step of a loan counts. */
  @FunctionalInterface
  interface Weight {
    long of(LoanMeasure measure, When when);

    /** What the steps of a loan at one of its places come to. */
    default long sum(LoanPart part, LendingQuery query) {
      long sum = 0;
      for (int i = 0; i < part.steps(); i++) {
        sum += of(part.measure(i), When.of(part.epochDay(i), query)) * part.delta(i);
      }
      return sum;
    }
  }

  /** A sum of the steps of loans, in đồng. */
  record Amount(Weight weight) implements LendingFigure {}

  /** Loans with principal outstanding. */
  record Loans() implements LendingFigure {}

  /** Households with such loans, each counted once. */
  record Households() implements LendingFigure {}

  /** Overdue ÷ outstanding. */
  record OverdueShare() implements LendingFigure {}

  String OUTSTANDING = "outstanding";
  String OVERDUE = "overdue";

  Weight PRINCIPAL = (measure, when) -> measure.isPrincipal() && when != When.AFTER ? 1 : 0;
  Weight OPENING = (measure, when) -> measure.isPrincipal() && when == When.BEFORE ? 1 : 0;

  /** What is left of the change of the balance when all flows are taken away: it came, or went. */
  Weight MOVED =
      (measure, when) ->
          PRINCIPAL.of(measure, when)
              - OPENING.of(measure, when)
              - flow(LoanMeasure.TAKEN_OVER).of(measure, when)
              - flow(LoanMeasure.DISBURSED).of(measure, when)
              + flow(LoanMeasure.REPAID).of(measure, when)
              + flow(LoanMeasure.WRITTEN_OFF).of(measure, when)
              - flow(LoanMeasure.RESTATED).of(measure, when);

  private static Weight stock(LoanMeasure of) {
    return (measure, when) -> measure == of && when != When.AFTER ? 1 : 0;
  }

  private static Weight flow(LoanMeasure of) {
    return (measure, when) -> measure == of && when == When.WITHIN ? 1 : 0;
  }

  /** All of them, by their paths in the report's JSON. */
  Figures<LendingFigure> ALL = all();

  private static Figures<LendingFigure> all() {
    var all = new LinkedHashMap<String, LendingFigure>();
    all.put(OUTSTANDING, new Amount(PRINCIPAL));
    all.put("inTerm", new Amount(stock(LoanMeasure.IN_TERM)));
    all.put(OVERDUE, new Amount(stock(LoanMeasure.OVERDUE)));
    all.put("frozen", new Amount(stock(LoanMeasure.FROZEN)));
    all.put("interestArrears", new Amount(stock(LoanMeasure.INTEREST_ARREARS)));
    all.put("loans", new Loans());
    all.put("households", new Households());
    all.put("overduePercent", new OverdueShare());
    all.put("movement.opening", new Amount(OPENING));
    all.put("movement.takenOver", new Amount(flow(LoanMeasure.TAKEN_OVER)));
    all.put("movement.disbursed", new Amount(flow(LoanMeasure.DISBURSED)));
    all.put("movement.repaid", new Amount(flow(LoanMeasure.REPAID)));
    all.put("movement.writtenOff", new Amount(flow(LoanMeasure.WRITTEN_OFF)));
    all.put("movement.restated", new Amount(flow(LoanMeasure.RESTATED)));
    all.put("movement.moved", new Amount(MOVED));
    all.put("movement.closing", new Amount(PRINCIPAL));
    return Figures.of(all);
  }
}

package vn.sen.local.demo;

import static vn.sen.local.demo.VietnameseNumbers.day;

import java.io.PrintStream;
import java.util.Map;
import vn.sen.events.membership.UnitLevel;
import vn.sen.local.demo.dataset.lending.LendingData;

/** Compares what is counted of loans with what was generated. */
final class LendingCheck {

  private final LendingData data;
  private final Comparison comparison;

  LendingCheck(LendingData data, Comparison comparison) {
    this.data = data;
    this.comparison = comparison;
  }

  void compare(Reports reports, String unitCode) {
    var report = reports.lending(unitCode, data.targets().statementDate(), UnitLevel.COMMUNE);
    var opening = reports.lending(unitCode, data.targets().openingDate(), UnitLevel.PROVINCE);
    comparison.expect("lending", data.position(null), report.total());
    for (var bank : data.targets().banks()) {
      var code = bank.code();
      comparison.expect("lending of " + code, data.position(bank), report.ofBank(code));
      comparison.expect(
          "lending of " + code + " at the opening", data.opening(bank), opening.ofBank(code));
    }
    comparison.expect("lending at the opening", data.opening(null), opening.total());
    var counted = report.byUnit();
    data.positionByCommune()
        .forEach(
            (commune, figures) ->
                comparison.expect("lending in " + commune, figures, counted.get(commune)));
  }

  /** What the banks' last statements say otherwise, by its cause. */
  void printReconciliation(Map<String, StatementAnswer> statements, PrintStream out) {
    out.printf("ĐỐI CHIẾU SAO KÊ · %s · DỮ LIỆU MÔ PHỎNG%n", day(data.targets().statementDate()));
    for (var bank : data.targets().banks()) {
      var statement = statements.get(bank.code());
      if (statement == null) {
        throw new StepFailed("no statement of " + bank.code());
      }
      new Reconciliation(data, bank, statement).print(out, comparison);
    }
  }
}

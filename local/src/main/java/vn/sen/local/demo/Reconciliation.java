package vn.sen.local.demo;

import static vn.sen.local.demo.VietnameseNumbers.signed;
import static vn.sen.local.demo.VietnameseNumbers.whole;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Map;
import vn.sen.events.lending.DifferenceCause;
import vn.sen.local.demo.StatementAnswer.Different;
import vn.sen.local.demo.dataset.lending.Bank;
import vn.sen.local.demo.dataset.lending.LendingData;
import vn.sen.local.demo.dataset.lending.Planted;

/** What one bank's last statement says otherwise, beside what was planted in it. */
record Reconciliation(LendingData data, Bank bank, StatementAnswer statement) {

  void print(PrintStream out, Comparison comparison) {
    var found = statement.differences();
    out.printf(
        "  %-50s khớp %s · lệch %s%n",
        bank.name(),
        whole(statement.equal()),
        whole(found.values().stream().mapToLong(Different::loans).sum()));
    found.forEach(
        (cause, different) ->
            out.printf(
                "    %-48s %s khoản · %s đồng%n",
                name(cause), whole(different.loans()), signed(different.amount())));
    comparison.expect("differences of " + bank.code(), planted(), found);
    comparison.expect(
        "outstanding beside the statement of " + bank.code(),
        data.position(bank).outstanding(),
        statement.computedOutstanding());
    comparison.expect("equal loans of " + bank.code(), equalLoans(), statement.equal());
  }

  private Map<DifferenceCause, Different> planted() {
    var planted = new EnumMap<DifferenceCause, Different>(DifferenceCause.class);
    for (var one : data.planted()) {
      if (one.bank().equals(bank.code())) {
        planted.merge(
            one.cause(),
            new Different(1, one.amount()),
            (a, b) -> new Different(a.loans() + b.loans(), a.amount() + b.amount()));
      }
    }
    return planted;
  }

  private long equalLoans() {
    var different =
        data.planted().stream()
            .filter(one -> one.bank().equals(bank.code()))
            .map(Planted::stated)
            .filter(java.util.Objects::nonNull)
            .count();
    return data.statementLines(bank).size() - different;
  }

  private static String name(DifferenceCause cause) {
    return switch (cause) {
      case LATE -> "ngân hàng báo muộn (late)";
      case MISSING_UPDATE -> "thiếu biến động (missing update)";
      case ROUNDING -> "làm tròn (rounding)";
      case INTEREST -> "lãi tồn khác (other interest in arrears)";
      case UNKNOWN_LOAN -> "khoản vay chưa biết (unknown loan)";
      case OTHER_HOUSEHOLD -> "hộ vay khác (other household)";
      case OTHER_POINT -> "điểm giao dịch khác (other transaction point)";
      case OTHER_TERMS -> "hạn trả, tổ hoặc xã khác (other terms)";
      case CLOSED_HERE -> "ở đây đã tất toán (closed here)";
      case MISSING_THERE -> "sao kê không có (missing there)";
    };
  }
}

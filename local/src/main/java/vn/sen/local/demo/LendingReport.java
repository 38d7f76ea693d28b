package vn.sen.local.demo;

import static vn.sen.local.demo.VietnameseNumbers.day;
import static vn.sen.local.demo.VietnameseNumbers.signed;
import static vn.sen.local.demo.VietnameseNumbers.whole;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitLevel;
import vn.sen.local.demo.PublishedLending.Stated;
import vn.sen.local.demo.dataset.UnitFact;
import vn.sen.local.demo.dataset.lending.Bank;
import vn.sen.local.demo.dataset.lending.LendingData;
import vn.sen.local.demo.dataset.lending.LendingFigures;

/** Prints what the province's households owe beside the published figures. */
final class LendingReport {

  private static final long MILLION = 1_000_000;
  private static final String NOT_STATED = "–";

  private final LendingData data;
  private final boolean whole;
  private final PublishedLending published;
  private final Comparison comparison;

  /**
   * @param whole whether the data are of the whole province, so that they can be compared with what
   *     is published
   */
  LendingReport(
      LendingData data, boolean whole, PublishedLending published, Comparison comparison) {
    this.data = data;
    this.whole = whole;
    this.published = published;
    this.comparison = comparison;
  }

  void print(Reports reports, UnitFact unit, PrintStream out) {
    var asOf = data.targets().statementDate();
    var report = reports.lending(unit.key().code(), asOf, UnitLevel.COMMUNE);
    out.printf("VAY VỐN · %s · DỮ LIỆU MÔ PHỎNG%n", unit.name());
    out.printf("Tính đến %s (as of).%n", day(asOf));
    if (!whole) {
      out.println("Quy mô thu nhỏ (reduced): không so được với số đã công bố.");
    }
    out.println();
    row(out, List.of("Chỉ tiêu (figure)", "Đã công bố", "Đếm được", "Chênh lệch", "Giải thích"));
    row(out, List.of("", "(published)", "(counted)", "(difference)", "(explained by)"));
    money(out, "Dư nợ, triệu đồng (outstanding)", published.total(), report.total());
    data.targets().banks().forEach(b -> money(out, "  " + b.name(), stated(b), at(b, report)));
    households(out, "Hộ vay, tính một lần (households)", published.total(), report.total());
    data.targets().banks().forEach(b -> households(out, "  " + b.name(), stated(b), at(b, report)));
    overlap(out, report);
    printParts(out, report.total());
    var opening =
        reports.lending(unit.key().code(), data.targets().openingDate(), UnitLevel.PROVINCE);
    compare(report, opening);
  }

  private static LendingFigures at(Bank bank, LendingAnswer report) {
    return report.ofBank(bank.code());
  }

  private @Nullable Stated stated(Bank bank) {
    return published.banks().stream()
        .filter(b -> b.code().equals(bank.code()))
        .map(PublishedLending.OfBank::stated)
        .findFirst()
        .orElse(null);
  }

  private void money(
      PrintStream out, String name, @Nullable Stated stated, LendingFigures counted) {
    var million = Math.round((double) counted.outstanding() / MILLION);
    if (stated == null) {
      row(out, List.of(name, NOT_STATED, whole(million), "", notNamed()));
      return;
    }
    var why = stated.million() != million && stated.roundsTo(million) ? "làm tròn của nguồn" : "";
    row(
        out,
        List.of(
            name,
            whole(stated.million()),
            whole(million),
            signed(million - stated.million()),
            why));
  }

  private void households(
      PrintStream out, String name, @Nullable Stated stated, LendingFigures counted) {
    if (stated == null) {
      row(out, List.of(name, NOT_STATED, whole(counted.households()), "", notNamed()));
      return;
    }
    row(
        out,
        List.of(
            name,
            whole(stated.households()),
            whole(counted.households()),
            signed(counted.households() - stated.households()),
            ""));
  }

  /** Why the households of the banks are more than those of the province. */
  private void overlap(PrintStream out, LendingAnswer report) {
    var named = published.banks().stream().mapToLong(b -> b.stated().households()).sum();
    var counted = data.targets().banks().stream().mapToLong(b -> at(b, report).households()).sum();
    row(
        out,
        List.of(
            "Hộ tính ở nhiều ngân hàng (overlap)",
            whole(named - published.total().households()),
            whole(counted - report.total().households()),
            "",
            "nguồn không kể ngân hàng khác"));
  }

  private void printParts(PrintStream out, LendingFigures total) {
    row(out, List.of("Khoản vay (loans)", NOT_STATED, whole(total.loans()), "", ""));
    row(
        out,
        List.of(
            "Nợ quá hạn, triệu đồng (overdue)",
            NOT_STATED,
            whole(total.overdue() / MILLION),
            "",
            ""));
    row(
        out,
        List.of(
            "Nợ khoanh, triệu đồng (frozen)", NOT_STATED, whole(total.frozen() / MILLION), "", ""));
  }

  private void compare(LendingAnswer report, LendingAnswer opening) {
    comparison.expect("lending", data.position(null), report.total());
    for (var bank : data.targets().banks()) {
      comparison.expect("lending of " + bank.code(), data.position(bank), at(bank, report));
      comparison.expect(
          "lending of " + bank.code() + " at the opening", data.opening(bank), at(bank, opening));
    }
    comparison.expect("lending at the opening", data.opening(null), opening.total());
    var counted = report.byUnit();
    data.positionByCommune()
        .forEach(
            (commune, figures) ->
                comparison.expect("lending in " + commune, figures, counted.get(commune)));
  }

  private String notNamed() {
    return whole ? "nguồn không nêu tên" : "";
  }

  private static void row(PrintStream out, List<String> cells) {
    out.println("  %-52s %12s %12s %14s  %s".formatted(cells.toArray()).stripTrailing());
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

package vn.sen.lending.statement;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.web.ProblemTexts;
import vn.sen.lending.loan.Balances;

/**
 * A statement's result as a workbook, written as it is read. Texts are cells of text, so that none
 * of a bank's can become a formula.
 */
@Component
class ResultWorkbook {

  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** A sheet has not more; the rest is in the API. */
  private static final int MAX_ROWS = 1_000_000;

  private static final int FLUSH_EVERY = 500;

  private final StatementFindings findings;
  private final StatementViews views;
  private final ProblemTexts texts;

  ResultWorkbook(StatementFindings findings, StatementViews views, ProblemTexts texts) {
    this.findings = findings;
    this.views = views;
    this.texts = texts;
  }

  /**
   * Answers with the workbook.
   *
   * @param masked whether the reader sees the end of loan numbers only
   */
  void answer(StatementFile file, Locale locale, boolean masked, HttpServletResponse response)
      throws IOException {
    var result = file.result();
    if (result == null) {
      throw new StatementRefusals.StatementStateForbids(file.state());
    }
    response.setContentType(XLSX);
    response.setHeader("Content-Disposition", "attachment; filename=\"doi-chieu.xlsx\"");
    write(file, result, locale, masked, response.getOutputStream());
  }

  private void write(
      StatementFile file, Reconciliation result, Locale locale, boolean masked, OutputStream out)
      throws IOException {
    try (var workbook = new Workbook(out, "Sen", "1.0")) {
      summary(workbook.newWorksheet("Tổng hợp"), file, result, locale);
      var differences = new Rows(workbook.newWorksheet("Chênh lệch"));
      differences.row(
          "Dòng",
          "Số khoản vay",
          "Nguyên nhân",
          "Chênh lệch (đồng)",
          "Từ ngày",
          "Ngân hàng: trong hạn",
          "Ngân hàng: quá hạn",
          "Ngân hàng: khoanh",
          "Ngân hàng: lãi tồn",
          "Hội: trong hạn",
          "Hội: quá hạn",
          "Hội: khoanh",
          "Hội: lãi tồn");
      findings.eachDifference(file, d -> difference(differences, d, locale, masked));
      differences.end();
      var refusals = new Rows(workbook.newWorksheet("Dòng bị từ chối"));
      refusals.row("Dòng", "Trường", "Lý do");
      findings.eachRefusal(
          file.id(), r -> refusals.row(r.line(), r.field(), views.detail(r, locale)));
      refusals.end();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void summary(Worksheet sheet, StatementFile file, Reconciliation result, Locale locale) {
    var rows = new Rows(sheet);
    var announced = file.announcement();
    rows.row("Tệp", announced.fileId());
    rows.row("Ngày số liệu", announced.asOf().toString());
    rows.row("", "Ngân hàng", "Hội");
    rows.row("Khoản vay", result.stated().loans(), result.computed().loans());
    rows.row("Hộ", result.stated().households(), result.computed().households());
    rows.row("Dư nợ (đồng)", result.stated().outstanding(), result.computed().outstanding());
    rows.row("Khoản vay khớp", result.equal());
    rows.row("Khoản vay tiếp nhận", result.opened());
    rows.row("Dòng bị từ chối", result.refused(), result.refusedAmount());
    rows.row("Nguyên nhân", "Khoản vay", "Chênh lệch (đồng)");
    result
        .differences()
        .forEach(
            sum ->
                rows.row(texts.title("cause-" + sum.cause(), locale), sum.loans(), sum.amount()));
    rows.end();
  }

  private void difference(Rows rows, Difference d, Locale locale, boolean masked) {
    var view = views.view(d, masked);
    rows.row(
        view.line(),
        view.number(),
        texts.title("cause-" + view.cause(), locale),
        view.amount(),
        view.since() == null ? null : view.since().toString(),
        of(view.stated(), Balances::inTerm),
        of(view.stated(), Balances::overdue),
        of(view.stated(), Balances::frozen),
        of(view.stated(), Balances::interestArrears),
        of(view.known(), Balances::inTerm),
        of(view.known(), Balances::overdue),
        of(view.known(), Balances::frozen),
        of(view.known(), Balances::interestArrears));
  }

  private static @Nullable Long of(@Nullable Balances balances, ToLongFunction<Balances> part) {
    return balances == null ? null : part.applyAsLong(balances);
  }

  /** Rows of a sheet, which leave the memory as they are written. */
  private static final class Rows {
    private final Worksheet sheet;
    private int next;

    Rows(Worksheet sheet) {
      this.sheet = sheet;
    }

    void row(@Nullable Object... values) {
      if (next == MAX_ROWS) {
        return;
      }
      for (int column = 0; column < values.length; column++) {
        if (values[column] instanceof Long number) {
          sheet.value(next, column, number);
        } else if (values[column] != null) {
          sheet.inlineString(next, column, values[column].toString());
        }
      }
      if (++next % FLUSH_EVERY == 0) {
        flush();
      }
    }

    private void flush() {
      try {
        sheet.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void end() {
      try {
        sheet.finish();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

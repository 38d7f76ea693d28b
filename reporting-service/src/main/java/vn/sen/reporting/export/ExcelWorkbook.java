package vn.sen.reporting.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A report as an Excel workbook: a sheet that says what it is, and one for each table, written row
 * by row. Numbers are numbers, dates dates, and texts nothing but texts.
 */
public final class ExcelWorkbook {

  private static final int LAST_ROW = 1_048_575;
  private static final int ROWS_AT_ONCE = 500;
  private static final int LONGEST_NAME = 31;
  private static final double NARROW = 12;
  private static final double WIDE = 28;
  private static final String WHOLE = "#,##0";
  private static final String DECIMAL = "#,##0.0#";
  private static final String DAY = "dd/mm/yyyy";

  private final Headings headings;
  private final Set<String> names = new HashSet<>();

  /**
   * @param headings in the reader's language
   */
  public ExcelWorkbook(Headings headings) {
    this.headings = headings;
  }

  /** Writes the workbook; the stream stays open. */
  public void write(Sheaf report, OutputStream out) throws IOException {
    var workbook = new Workbook(out, "Sen", "1.0");
    about(report, workbook);
    for (var table : report.tables()) {
      if (!table.columns().isEmpty()) {
        write(table, workbook);
      }
    }
    workbook.finish();
  }

  private void about(Sheaf report, Workbook workbook) throws IOException {
    var sheet = workbook.newWorksheet(sheetName(headings.ofTable("about")));
    sheet.width(0, WIDE);
    sheet.width(1, 2 * WIDE);
    sheet.value(0, 0, headings.ofReport(report.report()));
    sheet.style(0, 0).bold().set();
    int row = 1;
    for (var fact : report.facts()) {
      sheet.value(row, 0, headings.of(fact.path()));
      put(sheet, row, 1, fact.path(), fact.value());
      row++;
    }
    sheet.finish();
  }

  private void write(Table table, Workbook workbook) throws IOException {
    var rows = table.rows().get();
    do {
      var sheet = begin(table, workbook);
      for (int row = 1; row <= LAST_ROW && rows.hasNext(); row++) {
        put(sheet, row, table.columns(), rows.next());
        if (row % ROWS_AT_ONCE == 0) {
          sheet.flush();
        }
      }
      sheet.finish();
    } while (rows.hasNext());
  }

  private Worksheet begin(Table table, Workbook workbook) {
    var sheet = workbook.newWorksheet(sheetName(headings.ofTable(table.name())));
    sheet.freezePane(0, 1);
    sheet.repeatRows(0);
    for (int i = 0; i < table.columns().size(); i++) {
      var path = table.columns().get(i);
      sheet.width(i, path.endsWith("name") ? WIDE : NARROW);
      sheet.value(0, i, headings.of(path));
      sheet.style(0, i).bold().wrapText(true).verticalAlignment("top").set();
    }
    return sheet;
  }

  private void put(Worksheet sheet, int row, List<String> columns, List<Cell> cells) {
    for (int i = 0; i < cells.size(); i++) {
      put(sheet, row, i, columns.get(i), cells.get(i));
    }
  }

  private void put(Worksheet sheet, int row, int column, String path, Cell cell) {
    switch (cell) {
      case Cell.Empty _ -> {}
      case Cell.Text(var text) -> sheet.value(row, column, headings.ofValue(path, text));
      case Cell.Flag(boolean yes) -> sheet.value(row, column, headings.of(yes));
      case Cell.Day(var date) -> {
        sheet.value(row, column, date);
        sheet.style(row, column).format(DAY).set();
      }
      case Cell.Figure figure -> {
        sheet.value(row, column, figure.number());
        sheet.style(row, column).format(figure.isWhole() ? WHOLE : DECIMAL).set();
      }
    }
  }

  /** Excel wants it short, without some signs, and no two alike. */
  private String sheetName(String wanted) {
    var plain = wanted.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
    var name = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    for (int number = 2; !names.add(name.toLowerCase(Locale.ROOT)); number++) {
      var ending = " (" + number + ")";
      name = plain.substring(0, Math.min(plain.length(), LONGEST_NAME - ending.length())) + ending;
    }
    return name;
  }
}

package vn.sen.reporting.province.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import vn.sen.reporting.province.ProvinceReport;
import vn.sen.reporting.province.ProvinceReport.Figure;
import vn.sen.reporting.province.ReportDefinition.Shown;

/**
 * Prints a report as a workbook: one sheet of its figures, one of the units' and one of the
 * communes below the threshold. Numbers are numbers: the reader's Excel writes them as it writes
 * others.
 */
final class XlsxPress {

  private static final String HEADING = "F2DCE6";

  private final ProvinceReport report;
  private final Letter letter;

  private XlsxPress(ProvinceReport report, Letter letter) {
    this.report = report;
    this.letter = letter;
  }

  static byte[] print(ProvinceReport report, Imprint imprint) {
    var letter = Narrative.of(report, imprint);
    var bytes = new ByteArrayOutputStream();
    try {
      try (var workbook = new Workbook(bytes, "Sen", "1.0")) {
        workbook.setGlobalDefaultFont("Times New Roman", 12);
        var press = new XlsxPress(report, letter);
        press.figures(press.sheet(workbook, "Số liệu"));
        press.units(press.sheet(workbook, "Theo đơn vị"));
        if (!report.underThreshold().isEmpty()) {
          press.low(press.sheet(workbook, "Dưới ngưỡng"));
        }
      }
      return OfficeFile.madeOn(letter.day(), bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Worksheet sheet(Workbook workbook, String name) {
    var sheet = workbook.newWorksheet(name);
    if (letter.notice() != null) {
      // on screen in the first row, on paper on every page
      sheet.value(0, 0, letter.notice());
      sheet.style(0, 0).bold().fontColor("C00000").set();
      sheet.header(letter.notice(), Position.CENTER);
    }
    return sheet;
  }

  private void figures(Worksheet sheet) {
    title(sheet, 1, letter.body());
    title(sheet, 2, letter.kind() + ": " + report.title());
    sheet.value(3, 0, letter.number());
    sheet.value(3, 1, letter.placeAndDay());
    head(
        sheet,
        5,
        List.of(
            "Mục",
            "Chỉ tiêu",
            "Mã chỉ tiêu",
            "Đơn vị tính",
            "Tính đến ngày",
            "Giả định",
            "Số liệu"));
    int row = 6;
    for (var section : report.sections()) {
      for (var figure : section.figures()) {
        sheet.value(row, 0, section.title());
        sheet.value(row, 1, Narrative.name(figure));
        sheet.value(row, 2, figure.key());
        sheet.value(row, 3, figure.shown().unit());
        sheet.value(row, 4, figure.asOf());
        sheet.style(row, 4).format("dd/MM/yyyy").set();
        sheet.value(row, 5, figure.assumed() ? "x" : "");
        number(sheet, row, 6, figure.value(), figure.shown());
        row++;
      }
    }
    widths(sheet, 22, 60, 44, 22, 16, 10, 20);
  }

  private void units(Worksheet sheet) {
    var figures = report.figures();
    sheet.value(2, 0, "Mã");
    sheet.value(2, 1, "Đơn vị");
    for (int i = 0; i < figures.size(); i++) {
      sheet.value(2, i + 2, heading(figures.get(i)));
      sheet.width(i + 2, 18);
    }
    headStyle(sheet, 2, figures.size() + 2);
    int at = 3;
    for (var row : report.rows()) {
      sheet.value(at, 0, row.unit() == null ? "" : row.unit().code());
      sheet.value(at, 1, Narrative.name(row));
      for (int i = 0; i < figures.size(); i++) {
        number(sheet, at, i + 2, row.values().get(i), figures.get(i).shown());
      }
      at++;
    }
    sheet.width(1, 34);
    sheet.freezePane(2, 3);
  }

  private static String heading(Figure figure) {
    return Narrative.name(figure) + " (" + figure.shown().unit() + ")";
  }

  private void low(Worksheet sheet) {
    head(sheet, 2, List.of("Mã", "Xã, phường, thị trấn", "Hội viên", "Phụ nữ có mặt", "Tỷ lệ (%)"));
    int at = 3;
    for (var low : report.underThreshold()) {
      sheet.value(at, 0, low.unit().code());
      sheet.value(at, 1, low.unit().name());
      number(sheet, at, 2, BigDecimal.valueOf(low.members()), new Shown("", 0, 0));
      number(sheet, at, 3, BigDecimal.valueOf(low.women()), new Shown("", 0, 0));
      number(sheet, at, 4, low.percent(), new Shown("", 0, 2));
      at++;
    }
    widths(sheet, 12, 34, 14, 16, 12);
  }

  private static void title(Worksheet sheet, int row, String text) {
    sheet.value(row, 0, text);
    sheet.style(row, 0).bold().fontSize(13).set();
  }

  private static void head(Worksheet sheet, int row, List<String> titles) {
    for (int i = 0; i < titles.size(); i++) {
      sheet.value(row, i, titles.get(i));
    }
    headStyle(sheet, row, titles.size());
  }

  private static void headStyle(Worksheet sheet, int row, int columns) {
    sheet
        .range(row, 0, row, columns - 1)
        .style()
        .bold()
        .wrapText(true)
        .horizontalAlignment("center")
        .fillColor(HEADING)
        .borderStyle(BorderStyle.THIN)
        .set();
  }

  private static void number(
      Worksheet sheet, int row, int column, @Nullable BigDecimal value, Shown shown) {
    if (value != null) {
      sheet.value(row, column, value.movePointLeft(shown.power()));
      var format = shown.decimals() == 0 ? "#,##0" : "#,##0." + "0".repeat(shown.decimals());
      sheet.style(row, column).format(format).set();
    }
  }

  private static void widths(Worksheet sheet, int... widths) {
    for (int i = 0; i < widths.length; i++) {
      sheet.width(i, widths[i]);
    }
  }
}

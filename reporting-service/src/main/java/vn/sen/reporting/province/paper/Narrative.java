package vn.sen.reporting.province.paper;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.sen.reporting.province.ProvinceReport;
import vn.sen.reporting.province.ProvinceReport.Drawn;
import vn.sen.reporting.province.ProvinceReport.Figure;
import vn.sen.reporting.province.ProvinceReport.Part;
import vn.sen.reporting.province.ProvinceReport.Row;
import vn.sen.reporting.province.ReportDefinition.Bars;
import vn.sen.reporting.province.Vietnamese;
import vn.sen.reporting.province.paper.Letter.Bar;
import vn.sen.reporting.province.paper.Letter.Block;
import vn.sen.reporting.province.paper.Letter.Column;

/**
 * Tells a report as an official document does: sections with their sentences, tables and charts.
 */
final class Narrative {

  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  private static final String[] NUMERALS = {
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"
  };

  /** So many figures of units stand beside each other on a page. */
  private static final int COLUMNS_ABREAST = 5;

  private static final String REMAINDER = "Chưa phân về đơn vị nào";

  private final ProvinceReport report;
  private final List<Block> blocks = new ArrayList<>();

  private Narrative(ProvinceReport report) {
    this.report = report;
  }

  static Letter of(ProvinceReport report, Imprint imprint) {
    return new Narrative(report).letter(imprint);
  }

  private Letter letter(Imprint imprint) {
    var paper = report.paper();
    var unit = report.unit().name();
    for (int i = 0; i < report.sections().size(); i++) {
      section(report.sections().get(i), numeral(i));
    }
    lowCommunes();
    appendix();
    return new Letter(
        paper.above(),
        Objects.requireNonNullElseGet(paper.body(), () -> "HỘI LHPN " + upper(unit)),
        "Số: "
            + Objects.requireNonNullElseGet(imprint.number(), () -> "        /" + paper.symbol()),
        Objects.requireNonNullElseGet(paper.place(), () -> place(unit)) + ", " + day(imprint.on()),
        "BÁO CÁO",
        report.title(),
        imprint.onEveryPage(report.notice()),
        report.asOf(),
        List.copyOf(blocks),
        paper.recipients(),
        paper.authority(),
        paper.signatory());
  }

  private static String upper(String text) {
    return text.toUpperCase(VIETNAMESE);
  }

  /** The name without what kind of unit it is. */
  private static String place(String unit) {
    return unit.replaceFirst("^(Tỉnh|Thành phố|Thị xã|Huyện|Phường|Xã|Thị trấn) ", "");
  }

  private static String day(@Nullable LocalDate on) {
    return on == null
        ? "ngày      tháng      năm        "
        : "ngày %02d tháng %02d năm %d"
            .formatted(on.getDayOfMonth(), on.getMonthValue(), on.getYear());
  }

  private static String numeral(int section) {
    return section < NUMERALS.length ? NUMERALS[section] : Integer.toString(section + 1);
  }

  private void section(Part section, String number) {
    blocks.add(new Block.Heading(number + ". " + upper(section.title())));
    section.text().forEach(text -> blocks.add(new Block.Text(text)));
    if (section.figures().isEmpty()) {
      blocks.add(new Block.Text("Chưa có số liệu."));
      return;
    }
    blocks.add(figures(section.figures()));
    if (section.figures().stream().anyMatch(Figure::assumed)) {
      var why = section.note() == null ? "" : " " + section.note();
      blocks.add(new Block.Note("(*) Ngày giả định." + why));
    } else if (section.note() != null) {
      blocks.add(new Block.Note(section.note()));
    }
    for (var chart : section.charts()) {
      draw(chart);
    }
  }

  private static Block figures(List<Figure> figures) {
    var columns =
        List.of(
            new Column("Chỉ tiêu", 46, false),
            new Column("Đơn vị tính", 18, false),
            new Column("Tính đến ngày", 19, false),
            new Column("Số liệu", 17, true));
    var rows =
        figures.stream()
            .map(
                figure ->
                    List.of(
                        name(figure),
                        figure.shown().unit(),
                        Vietnamese.day(figure.asOf()) + (figure.assumed() ? " (*)" : ""),
                        Vietnamese.number(figure.value(), figure.shown())))
            .toList();
    return new Block.Table(columns, rows);
  }

  static String name(Figure figure) {
    return figure.part() == null ? figure.name() : figure.name() + ": " + figure.part();
  }

  private void draw(Drawn chart) {
    var bars = new ArrayList<Bar>();
    if (chart.by() == Bars.PART) {
      report.figures().stream()
          .filter(figure -> figure.line().equals(chart.line()))
          .forEach(f -> add(bars, f, Objects.requireNonNullElse(f.part(), f.name()), f.value()));
    } else {
      report
          .figure(chart.line())
          .ifPresent(
              figure -> {
                int column = report.columns().indexOf(figure.key());
                for (var row : report.rows()) {
                  add(bars, figure, name(row), row.values().get(column));
                }
              });
    }
    if (!bars.isEmpty()) {
      blocks.add(new Block.Bars(chart.title(), List.copyOf(bars)));
    }
  }

  private static void add(List<Bar> bars, Figure figure, String label, @Nullable BigDecimal value) {
    if (value != null) {
      var shown = figure.shown();
      bars.add(new Bar(label, value.movePointLeft(shown.power()), Vietnamese.number(value, shown)));
    }
  }

  static String name(Row row) {
    return row.unit() == null ? REMAINDER : row.unit().name();
  }

  private void lowCommunes() {
    if (report.underThreshold().isEmpty()) {
      return;
    }
    var percent = Vietnamese.number(report.thresholdPercent(), 1);
    blocks.add(new Block.Heading("PHỤ LỤC 1. NƠI DƯỚI %s %% PHỤ NỮ CÓ MẶT".formatted(percent)));
    var columns =
        List.of(
            new Column("Xã, phường, thị trấn", 46, false),
            new Column("Hội viên", 18, true),
            new Column("Phụ nữ có mặt", 18, true),
            new Column("Tỷ lệ (%)", 18, true));
    blocks.add(
        new Block.Table(
            columns,
            report.underThreshold().stream()
                .map(
                    low ->
                        List.of(
                            low.unit().name(),
                            Vietnamese.number(BigDecimal.valueOf(low.members()), 0),
                            Vietnamese.number(BigDecimal.valueOf(low.women()), 0),
                            Vietnamese.number(low.percent(), 2)))
                .toList()));
  }

  /** The figures of the units below, as many abreast as a page holds. */
  private void appendix() {
    if (report.rows().size() < 2) {
      return;
    }
    blocks.add(new Block.Heading("PHỤ LỤC 2. SỐ LIỆU THEO ĐƠN VỊ"));
    for (var section : report.sections()) {
      var figures = section.figures().stream().filter(f -> f.part() == null).toList();
      for (int from = 0; from < figures.size(); from += COLUMNS_ABREAST) {
        var abreast = figures.subList(from, Math.min(figures.size(), from + COLUMNS_ABREAST));
        blocks.add(new Block.Text(section.title() + ", theo bản đồ ngày " + map() + ":"));
        blocks.add(units(abreast));
      }
    }
  }

  private String map() {
    return Vietnamese.day(report.hierarchy());
  }

  private Block units(List<Figure> figures) {
    var columns = new ArrayList<Column>();
    columns.add(new Column("Đơn vị", 28, false));
    figures.forEach(
        f -> columns.add(new Column(f.name() + " (" + f.shown().unit() + ")", 15, true)));
    var places = figures.stream().map(f -> report.columns().indexOf(f.key())).toList();
    var rows = new ArrayList<List<String>>();
    for (var row : report.rows()) {
      var cells = new ArrayList<String>();
      for (int i = 0; i < figures.size(); i++) {
        cells.add(Vietnamese.number(row.values().get(places.get(i)), figures.get(i).shown()));
      }
      if (!row.remainder() || cells.stream().anyMatch(cell -> !cell.equals(Vietnamese.NOTHING))) {
        cells.addFirst(name(row));
        rows.add(cells);
      }
    }
    return new Block.Table(columns, rows);
  }
}

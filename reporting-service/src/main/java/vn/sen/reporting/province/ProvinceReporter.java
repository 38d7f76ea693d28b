package vn.sen.reporting.province;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sen.reporting.books.Books;
import vn.sen.reporting.membership.MembershipReport;
import vn.sen.reporting.province.ProvinceReport.Drawn;
import vn.sen.reporting.province.ProvinceReport.Figure;
import vn.sen.reporting.province.ProvinceReport.Made;
import vn.sen.reporting.province.ProvinceReport.Part;
import vn.sen.reporting.province.ProvinceReport.Row;
import vn.sen.reporting.province.ReportDefinition.Line;
import vn.sen.reporting.province.ReportDefinition.Section;
import vn.sen.reporting.province.ReportDefinition.Shown;
import vn.sen.reporting.reading.Results;
import vn.sen.reporting.reading.Unit;

/** Makes one report: a pure function of the books, a definition and a question. */
public final class ProvinceReporter {

  private record Column(Figure figure, Results results) {}

  private final Sources sources;
  private final ProvinceQuery query;
  private final Versioned versioned;
  private final ReportDefinition definition;
  private final LocalDate asOf;
  private final List<Column> columns = new ArrayList<>();

  private ProvinceReporter(Readings readings, Versioned versioned, ProvinceQuery query) {
    this.sources = new Sources(readings, query);
    this.query = query;
    this.versioned = versioned;
    this.definition = versioned.definition();
    this.asOf = Objects.requireNonNullElse(definition.asOf(), query.asOf());
  }

  /**
   * The report of the books, the same for the same books.
   *
   * @throws vn.sen.chassis.domain.RuleViolation naming the parameter that does not fit the map
   */
  public static ProvinceReport report(Books books, Versioned definition, ProvinceQuery query) {
    return report(Readings.of(books), definition, query);
  }

  static ProvinceReport report(Readings readings, Versioned definition, ProvinceQuery query) {
    return new ProvinceReporter(readings, definition, query).report();
  }

  /** The days that a report by this definition speaks of. */
  public static Set<LocalDate> days(ReportDefinition definition, LocalDate asked) {
    var day = Objects.requireNonNullElse(definition.asOf(), asked);
    var days = new HashSet<LocalDate>();
    days.add(day);
    for (var section : definition.sections()) {
      section.lines().forEach(line -> days.add(day(section, line, day)));
    }
    return days;
  }

  private static LocalDate day(Section section, Line line, LocalDate otherwise) {
    return Objects.requireNonNullElse(
        line.asOf(), Objects.requireNonNullElse(section.asOf(), otherwise));
  }

  private ProvinceReport report() {
    var members = sources.membership(membershipDay());
    var sections = definition.sections().stream().map(this::section).toList();
    return new ProvinceReport(
        members.unit(),
        members.trait(),
        asOf,
        members.hierarchy(),
        members.level(),
        new Made(definition.code(), versioned.version()),
        definition.title(),
        definition.notice(),
        definition.paper(),
        sections.stream().map(section -> filled(section, members.unit())).toList(),
        columns.stream().map(column -> column.figure().key()).toList(),
        rows(members),
        members.thresholdPercent(),
        members.under60());
  }

  /** The day of the first figure about members, whose communes below the threshold are listed. */
  private LocalDate membershipDay() {
    for (var section : definition.sections()) {
      for (var line : section.lines()) {
        if (line.indicator().startsWith("membership.")) {
          return day(section, line, asOf);
        }
      }
    }
    return asOf;
  }

  private Part section(Section section) {
    var figures = new ArrayList<Figure>();
    for (var line : section.lines()) {
      figures.addAll(count(section, line));
    }
    var charts =
        section.charts().stream()
            .map(chart -> new Drawn(chart.title(), chart.line(), chart.by()))
            .toList();
    return new Part(
        section.code(), section.title(), section.note(), section.text(), figures, charts);
  }

  private List<Figure> count(Section section, Line line) {
    var indicator =
        Indicators.find(line.indicator())
            .orElseThrow(() -> new IllegalArgumentException("No indicator " + line.indicator()));
    var day = day(section, line, asOf);
    boolean assumed = Boolean.TRUE.equals(line.asOf() == null ? section.assumed() : line.assumed());
    var figures = new ArrayList<Figure>();
    for (var counted : indicator.counter().count(line, sources, day)) {
      var unit = Objects.requireNonNullElse(counted.unit(), indicator.unit());
      var results = counted.results();
      var shown =
          Objects.requireNonNullElseGet(
              line.shown(), () -> new Shown(unit, 0, indicator.decimals()));
      var figure =
          new Figure(
              Line.keyOf(line.indicator(), counted.of()),
              line.key(),
              line.indicator(),
              Line.inOrder(counted.of()),
              line.name(),
              counted.part(),
              results.total(),
              unit,
              indicator.decimals(),
              shown,
              day,
              assumed);
      figures.add(figure);
      columns.add(new Column(figure, results));
    }
    return figures;
  }

  private List<Row> rows(MembershipReport members) {
    var rows = new ArrayList<Row>();
    for (var row : members.rows()) {
      if (row.unit() != null) {
        rows.add(row(row.unit()));
      }
    }
    if (columns.stream().anyMatch(column -> isAnything(column.results().remainder()))) {
      rows.add(row(null));
    }
    return rows;
  }

  private static boolean isAnything(@Nullable BigDecimal value) {
    return value != null && value.signum() != 0;
  }

  private Row row(@Nullable Unit unit) {
    var values = new ArrayList<@Nullable BigDecimal>();
    for (var column : columns) {
      var results = column.results();
      values.add(unit == null ? results.remainder() : results.rows().get(unit.id()));
    }
    return new Row(unit, unit == null, values);
  }

  private Part filled(Part section, Unit unit) {
    var figures = columns.stream().map(Column::figure).toList();
    var text = new Wording(unit, figures);
    return new Part(
        section.code(),
        section.title(),
        section.note(),
        section.text().stream().map(text::fill).toList(),
        section.figures(),
        section.charts());
  }
}

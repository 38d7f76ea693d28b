package vn.sen.reporting.warning;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.reporting.books.Books;
import vn.sen.reporting.membership.MembershipQuery;
import vn.sen.reporting.reading.Answers;
import vn.sen.reporting.warning.Figures.Series;
import vn.sen.reporting.warning.WarningReport.Counts;
import vn.sen.reporting.warning.WarningReport.RuleFindings;
import vn.sen.reporting.warning.WarningReport.UnitFinding;

/**
 * Applies rules to the figures of one state of the log. A report is made once and given to all who
 * ask the same, until the figures move on. Thread-safe.
 */
public final class WarningReports {

  private static final Comparator<UnitFinding> MOST_URGENT =
      Comparator.comparing(UnitFinding::state)
          .thenComparing(WarningReports::reachedOn, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(finding -> finding.unit().code());

  private final Books books;
  private final Answers<Asked, WarningReport> reports = new Answers<>();

  private record Asked(WarningQuery query, List<Rule> rules) {}

  private record MadeOf(String map, List<ViewPosition> positions) {}

  public WarningReports(Books books) {
    this.books = books;
  }

  /** Fixes figures and map: whatever is read from the answer belongs together. */
  public Reading read() {
    while (true) {
      var figures =
          new Figures(books.membership().read(), books.lending().read(), books.voices().read());
      var map = figures.membership().mapVersion();
      if (map.equals(figures.lending().mapVersion()) && map.equals(figures.voices().mapVersion())) {
        return new Reading(figures);
      }
    }
  }

  private static @Nullable LocalDate reachedOn(UnitFinding finding) {
    var projection = finding.projection();
    return projection == null ? null : projection.reachedOn();
  }

  /** Figures and map of one moment. All questions throw a RuleViolation that names a parameter. */
  public final class Reading {
    private final Figures figures;

    private Reading(Figures figures) {
      this.figures = figures;
    }

    private List<ViewPosition> positions() {
      return List.of(
          figures.membership().position(),
          figures.lending().position(),
          figures.voices().position());
    }

    /** Up to where the log is in the figures. */
    public ViewPosition position() {
      return ViewPosition.together(positions());
    }

    /** Tells maps apart. */
    public String mapVersion() {
      return figures.membership().mapVersion();
    }

    /** The unit that a query asks for. */
    public UUID unit(WarningQuery query) {
      return figures.membership().unit(membership(query));
    }

    /**
     * What the rules say.
     *
     * @param rules all there are
     */
    public WarningReport report(WarningQuery query, List<Rule> rules) {
      return reports.get(
          new Asked(query, rules), new MadeOf(mapVersion(), positions()), () -> make(query, rules));
    }

    private WarningReport make(WarningQuery query, List<Rule> rules) {
      var unit = figures.membership().report(membership(query)).unit();
      return new WarningReport(
          unit,
          query.asOf(),
          query.hierarchy(),
          asked(query, rules).stream().flatMap(rule -> findings(rule, query)).toList());
    }

    private static MembershipQuery membership(WarningQuery query) {
      return new MembershipQuery(query.unit(), query.asOf(), query.hierarchy(), null, query.asOf());
    }

    private Stream<RuleFindings> findings(Rule rule, WarningQuery query) {
      return rule.on(query.asOf()).map(terms -> findings(rule.code(), terms, query)).stream();
    }

    private RuleFindings findings(String code, Terms terms, WarningQuery query) {
      var days = days(query.asOf(), terms.windowMonths());
      var units =
          figures
              .series(terms.figure(), terms.level(), query.unit(), query.hierarchy(), days)
              .stream()
              .map(series -> finding(terms, series, query.asOf()))
              .sorted(MOST_URGENT)
              .toList();
      var watched = Watched.of(terms.figure());
      return new RuleFindings(
          code,
          terms.figure(),
          watched.indicator(),
          watched.numerator(),
          watched.denominator(),
          terms.level(),
          terms.side(),
          terms.thresholdPercent(),
          terms.horizonMonths(),
          terms.windowMonths(),
          terms.from(),
          terms.source(),
          counts(units),
          units);
    }
  }

  private static List<Rule> asked(WarningQuery query, List<Rule> rules) {
    var only = query.rule();
    var found =
        rules.stream()
            .filter(rule -> only == null || only.equals(rule.code()))
            .sorted(Comparator.comparing(Rule::code))
            .toList();
    if (only != null && found.isEmpty()) {
      throw new WarningRuleUnknown(
          "?rule", only, rules.stream().map(Rule::code).sorted().collect(Collectors.joining(", ")));
    }
    return found;
  }

  /** The day itself and the ends of the months before it, the oldest first. */
  static List<LocalDate> days(LocalDate day, int months) {
    var days = new ArrayList<LocalDate>();
    for (int ago = months; ago > 0; ago--) {
      days.add(day.minusMonths(ago).with(TemporalAdjusters.lastDayOfMonth()));
    }
    days.add(day);
    return days;
  }

  private static UnitFinding finding(Terms terms, Series series, LocalDate day) {
    var finding = Finding.of(terms, series.points(), day);
    var now = finding.now();
    boolean warned =
        finding.state() == WarningState.UNDER || finding.state() == WarningState.HEADING;
    return new UnitFinding(
        series.unit(),
        finding.state(),
        now == null ? null : now.numerator(),
        now == null ? null : now.denominator(),
        now == null ? null : now.share(),
        finding.trend(),
        finding.projection(),
        warned ? List.copyOf(series.points()) : List.of());
  }

  private static Counts counts(List<UnitFinding> units) {
    return new Counts(
        count(units, WarningState.UNDER),
        count(units, WarningState.HEADING),
        count(units, WarningState.OK),
        count(units, WarningState.NO_DATA));
  }

  private static long count(List<UnitFinding> units, WarningState state) {
    return units.stream().filter(unit -> unit.state() == state).count();
  }
}

package vn.sen.reporting.published;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.sen.events.reporting.FigureFinding;
import vn.sen.reporting.province.ProvinceQuery;
import vn.sen.reporting.province.ProvinceReport;
import vn.sen.reporting.province.ProvinceReport.Figure;
import vn.sen.reporting.province.ReportDefinition;
import vn.sen.reporting.province.ReportDefinition.Line;
import vn.sen.reporting.province.ReportDefinition.Paper;
import vn.sen.reporting.province.ReportDefinition.Section;
import vn.sen.reporting.province.ReportDefinition.Split;
import vn.sen.reporting.province.Versioned;
import vn.sen.reporting.reading.Unit;
import vn.sen.reporting.reading.UnitNotOnMap;

/**
 * Puts the counted figures beside the published ones. They are counted by the province report: as
 * of the published figure's day and, unless another map is asked for, by the map of that day.
 */
public final class Register {

  private static final Paper NO_PAPER = new Paper("", null, "", null, List.of(), "", "");

  private final Unit unit;
  private final List<Registered> registered;
  private final @Nullable LocalDate hierarchy;
  private final Map<LocalDate, Counts> days = new HashMap<>();

  /**
   * @param registered those of the unit
   * @param hierarchy the day whose map sums what is counted; null for each figure's own day
   */
  public Register(Unit unit, List<Registered> registered, @Nullable LocalDate hierarchy) {
    this.unit = unit;
    this.registered = List.copyOf(registered);
    this.hierarchy = hierarchy;
  }

  /**
   * What the platform counts of one day.
   *
   * @param report null where the unit did not exist on the map
   */
  private record Counts(List<Registered> asked, @Nullable ProvinceReport report) {

    @Nullable BigDecimal counted(Registered one) {
      if (report == null) {
        return null;
      }
      // one section for each, in order
      return report.sections().get(asked.indexOf(one)).figures().getFirst().value();
    }

    List<Figure> banks(String indicator) {
      return report == null
          ? List.of()
          : report.figures().stream()
              .filter(figure -> figure.line().equals(indicator + "/" + Split.BANK))
              .toList();
    }

    @Nullable BigDecimal overlap() {
      return report == null
          ? null
          : report.figure("lending.overlap").map(Figure::value).orElse(null);
    }
  }

  /**
   * Compares.
   *
   * @param count makes the report of a definition
   */
  public PublishedReport compare(BiFunction<Versioned, ProvinceQuery, ProvinceReport> count) {
    Function<LocalDate, List<Registered>> ofDay =
        day -> registered.stream().filter(one -> one.figure().asOf().equals(day)).toList();
    registered.stream()
        .map(one -> one.figure().asOf())
        .distinct()
        .forEach(
            day -> {
              var asked = ofDay.apply(day);
              var map = hierarchy == null ? day : hierarchy;
              var query = new ProvinceQuery(unit.id().toString(), day, map, null, null);
              days.put(day, new Counts(asked, counted(asked, query, count)));
            });
    return new PublishedReport(unit, registered.stream().map(this::compared).toList(), sums());
  }

  /** Null where the map does not have the unit on that day: it may know it otherwise than once. */
  private static @Nullable ProvinceReport counted(
      List<Registered> asked,
      ProvinceQuery query,
      BiFunction<Versioned, ProvinceQuery, ProvinceReport> count) {
    try {
      return count.apply(definition(asked), query);
    } catch (UnitNotOnMap e) {
      return null;
    }
  }

  private static Versioned definition(List<Registered> asked) {
    var sections = new ArrayList<Section>();
    asked.forEach(one -> sections.add(section(one.id().toString(), one.figure().line())));
    var banks = List.of("lending.outstanding", "lending.households");
    banks.forEach(
        id -> sections.add(section(id, new Line(id, id, Map.of(), Split.BANK, null, null, null))));
    var overlap = "lending.overlap";
    sections.add(section(overlap, new Line(overlap, overlap, Map.of(), null, null, null, null)));
    return new Versioned(new ReportDefinition("published", "", null, null, NO_PAPER, sections), 0);
  }

  private static Section section(String code, Line line) {
    return new Section(code, code, null, null, null, List.of(), List.of(line), List.of());
  }

  private Counts counts(LocalDate day) {
    return Objects.requireNonNull(days.get(day));
  }

  private @Nullable BigDecimal counted(Registered one) {
    var exact = counts(one.figure().asOf()).counted(one);
    return exact == null ? null : one.figure().inItsUnit(exact);
  }

  private Compared compared(Registered one) {
    var figure = one.figure();
    var counted = counted(one);
    var difference = counted == null ? null : counted.subtract(figure.written());
    var within = difference == null ? null : difference.abs().compareTo(figure.tolerance()) <= 0;
    var finding = finding(figure, difference, within);
    var said = figure.explained();
    return new Compared(
        one.id(),
        one.version(),
        figure.source(),
        figure.wording(),
        figure.indicator(),
        figure.of(),
        figure.asOf(),
        figure.assumed(),
        figure.measuredIn(),
        figure.power(),
        figure.written(),
        BigDecimal.valueOf(figure.precision(), figure.decimals()),
        counted,
        difference,
        within,
        finding,
        Explanations.of(finding, figure),
        said == null ? null : said.reason());
  }

  /** What is computed goes before what is said; nothing is said to be equal that is not. */
  private static FigureFinding finding(
      PublishedFigure figure, @Nullable BigDecimal difference, @Nullable Boolean within) {
    if (difference != null && difference.signum() == 0) {
      return FigureFinding.EQUAL;
    }
    if (Boolean.TRUE.equals(within)) {
      return FigureFinding.WITHIN_PRECISION;
    }
    if (figure.explained() != null) {
      return figure.explained().finding();
    }
    if (difference == null) {
      return FigureFinding.MISSING;
    }
    return figure.assumed() ? FigureFinding.DATE_NOT_STATED : FigureFinding.UNEXPLAINED;
  }

  private record Sum(String source, String indicator, LocalDate asOf) {}

  /** Totals beside the banks of the same source, indicator and day. */
  private List<SourceSum> sums() {
    var totals = new TreeMap<String, Registered>();
    registered.stream()
        .filter(one -> one.figure().of().isEmpty())
        .filter(one -> isAdded(one.figure().indicator()))
        .forEach(one -> totals.putIfAbsent(sum(one).toString(), one));
    var sums = new ArrayList<SourceSum>();
    for (var total : totals.values()) {
      var parts =
          registered.stream()
              .filter(one -> one.figure().of().keySet().equals(Set.of("bank")))
              .filter(one -> sum(one).equals(sum(total)))
              .toList();
      if (!parts.isEmpty()) {
        sums.add(sum(total, parts));
      }
    }
    return sums;
  }

  private static boolean isAdded(String indicator) {
    return indicator.equals("lending.outstanding") || indicator.equals("lending.households");
  }

  private static Sum sum(Registered one) {
    return new Sum(one.figure().source(), one.figure().indicator(), one.figure().asOf());
  }

  private SourceSum sum(Registered total, List<Registered> parts) {
    var figure = total.figure();
    var published = figure.written();
    var precision = figure.tolerance();
    for (var part : parts) {
      var power = part.figure().power() - figure.power();
      published = published.subtract(part.figure().written().scaleByPowerOfTen(power));
      precision = precision.add(part.figure().tolerance().scaleByPowerOfTen(power));
    }
    var counted = countedRest(total, parts);
    var within =
        counted == null ? null : counted.subtract(published).abs().compareTo(precision) <= 0;
    var named =
        parts.stream().map(part -> Objects.requireNonNull(part.figure().of().get("bank"))).toList();
    boolean households = figure.indicator().equals("lending.households");
    var others = others(total, named);
    var overlap = counts(figure.asOf()).overlap();
    var finding = finding(published, counted, within, others, households ? overlap : null);
    return new SourceSum(
        figure.source(),
        figure.indicator(),
        figure.asOf(),
        figure.measuredIn(),
        named,
        figure.written(),
        plain(published),
        counted == null ? null : plain(counted),
        plain(precision),
        within,
        finding,
        Explanations.ofSum(finding, households, figure, others, overlap));
  }

  /**
   * Why a total is not what its banks add up to. A lender or an overlap is named only where one is
   * counted.
   *
   * @param overlap null where it cannot make the rest, or is not counted
   */
  private static FigureFinding finding(
      BigDecimal published,
      @Nullable BigDecimal counted,
      @Nullable Boolean within,
      BigDecimal others,
      @Nullable BigDecimal overlap) {
    if (counted == null || !Boolean.TRUE.equals(within)) {
      return FigureFinding.UNEXPLAINED;
    }
    if (published.signum() == 0) {
      return counted.signum() == 0 ? FigureFinding.EQUAL : FigureFinding.WITHIN_PRECISION;
    }
    if (overlap != null && overlap.signum() != 0) {
      return FigureFinding.OVERLAP;
    }
    return others.signum() == 0 ? FigureFinding.WITHIN_PRECISION : FigureFinding.UNLISTED_LENDER;
  }

  private static BigDecimal plain(BigDecimal number) {
    return number.scale() < 0 ? number.setScale(0) : number;
  }

  /** What is counted of the total, less what is counted of the banks that are named. */
  private @Nullable BigDecimal countedRest(Registered total, List<Registered> parts) {
    var rest = counts(total.figure().asOf()).counted(total);
    for (var part : parts) {
      var counted = counts(part.figure().asOf()).counted(part);
      if (rest == null || counted == null) {
        return null;
      }
      rest = rest.subtract(counted);
    }
    return rest == null ? null : total.figure().inItsUnit(rest);
  }

  /** What is counted of the banks that the source does not name, in its unit. */
  private BigDecimal others(Registered total, List<String> named) {
    var figure = total.figure();
    var others = BigDecimal.ZERO;
    for (var bank : counts(figure.asOf()).banks(figure.indicator())) {
      var counted = bank.value();
      if (counted != null && !named.contains(bank.of().getOrDefault("bank", ""))) {
        others = others.add(figure.inItsUnit(counted));
      }
    }
    return others;
  }
}

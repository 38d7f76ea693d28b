package vn.sen.reporting.programme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sen.events.training.ResultMeasure;
import vn.sen.events.training.ResultRule;
import vn.sen.events.training.StatedKind;
import vn.sen.reporting.explanation.After;
import vn.sen.reporting.explanation.Explained;
import vn.sen.reporting.explanation.Explainer;
import vn.sen.reporting.explanation.Figures;
import vn.sen.reporting.explanation.PartPage;
import vn.sen.reporting.explanation.PartUnknown;
import vn.sen.reporting.explanation.Trail;
import vn.sen.reporting.programme.Programme.Indicator;
import vn.sen.reporting.programme.ProgrammePart.StatedNumber;
import vn.sen.reporting.programme.ProgrammeReports.Readings;
import vn.sen.reporting.programme.ProgrammeRow.Goal;
import vn.sen.reporting.programme.ProgrammeRow.Sort;
import vn.sen.reporting.reading.RowChoice;
import vn.sen.reporting.reading.RowUnknown;
import vn.sen.reporting.reading.Territory;
import vn.sen.reporting.reading.Unit;

/**
 * Tells of which stated numbers the targets and results of one indicator are made, or of what its
 * rule counts.
 */
final class ProgrammeExplainer implements Explainer<ProgrammePart> {

  private static final String TARGET = "target";
  private static final String RESULT = "result";
  private static final String PERCENT = "percent";
  private static final int PERCENT_DECIMALS = 1;

  /** By their paths in the report's JSON; the last ones are terms of results that are shares. */
  private static final Figures<Figure> WITH_TERMS = all();

  /** All others. */
  static final Figures<Figure> ALL = WITH_TERMS.only(TARGET, RESULT, PERCENT);

  /** How a figure is made. */
  enum Figure {
    PROMISED,
    DELIVERED,
    SHARE,
    TERM
  }

  private static Figures<Figure> all() {
    var all = new LinkedHashMap<String, Figure>();
    all.put(TARGET, Figure.PROMISED);
    all.put(RESULT, Figure.DELIVERED);
    all.put(PERCENT, Figure.SHARE);
    all.put("people", Figure.TERM);
    all.put("trained", Figure.TERM);
    return Figures.of(all);
  }

  /** What a trail is of; the same question at the same position has the same answer. */
  private record Question(
      ProgrammeQuery query, String map, ProgrammeSection section, String figure, String part) {}

  private final Readings readings;
  private final Territory territory;
  private final ProgrammeQuery query;
  private final ProgrammeSection section;
  private final Function<ProgrammeQuery, ProgrammeReport> reports;
  private final RowChoice row;
  private final Indicator indicator;
  private final ResultRule rule;
  private final @Nullable CountedFrom counted;

  /**
   * @param reports makes the report
   * @throws vn.sen.chassis.domain.RuleViolation naming the parameter that names nothing
   */
  ProgrammeExplainer(
      Readings readings,
      Territory territory,
      ProgrammeQuery query,
      ProgrammeSection section,
      Function<ProgrammeQuery, ProgrammeReport> reports) {
    this.readings = readings;
    this.territory = territory;
    this.query = query;
    this.section = section;
    this.reports = reports;
    this.row = RowChoice.of(section.row(), query.unit(), query.level(), null, territory);
    if (row.isUnplaced()) {
      throw new RowUnknown();
    }
    this.indicator = indicator();
    this.rule =
        indicator
            .definitions()
            .standingOn(query.asOf())
            .orElseThrow(UnionIndicatorUnknown::new)
            .rule();
    this.counted =
        isStated()
            ? null
            : new CountedFrom.Finder(readings, query, row, section.row())
                .find(rule, section.programme());
  }

  private Indicator indicator() {
    return readings.programmes().programmes().values().stream()
        .filter(p -> p.code().equals(section.programme()))
        .filter(p -> p.isIn(query.firstOfYear(), query.asOf()))
        .flatMap(p -> Stream.ofNullable(p.indicators().get(section.indicator())))
        .filter(i -> i.holdsOn(query.asOf()))
        .findFirst()
        .orElseThrow(UnionIndicatorUnknown::new);
  }

  private boolean isStated() {
    return rule.measure() == ResultMeasure.STATED;
  }

  private boolean isShareOfCadres() {
    return rule.measure() == ResultMeasure.CADRE_COVERAGE && counted != null;
  }

  @Override
  public Object report() {
    var asked =
        new ProgrammeQuery(
            query.unit(), query.asOf(), query.hierarchy(), row.level(), section.programme());
    var results =
        reports.apply(asked).programmes().stream()
            .flatMap(programme -> programme.indicators().stream())
            .filter(one -> one.code().equals(section.indicator()))
            .findFirst()
            .orElseThrow(UnionIndicatorUnknown::new);
    return isShareOfCadres()
        ? ShareOfCadres.of(
            results, readings.training().coverage(new RuleQueries(asked).cadres(rule)))
        : results;
  }

  @Override
  public Map<String, String> limits() {
    return Map.of();
  }

  @Override
  public Explained<ProgrammePart> explain(String figure, @Nullable After after, int limit) {
    return switch ((isShareOfCadres() ? WITH_TERMS : ALL).find(figure)) {
      case PROMISED -> stated(Sort.TARGET, figure, after, limit);
      case SHARE -> new Explained.Quotient<>(RESULT, TARGET, PERCENT_DECIMALS);
      case TERM -> counted(figure, after, limit);
      case DELIVERED ->
          isStated()
              ? stated(sortOfResult(), figure, after, limit)
              : counted(counted == null ? RESULT : counted.figure(), after, limit);
    };
  }

  private Sort sortOfResult() {
    return rule.stated() == StatedKind.AS_OF ? Sort.AS_OF : Sort.YEAR_TO_DATE;
  }

  /** As the other report explains it; nothing where the rule names what is not known. */
  private Explained<ProgrammePart> counted(String figure, @Nullable After after, int limit) {
    var from = counted;
    return from == null
        ? new Explained.Sum<>(new PartPage<ProgrammePart>(_ -> figure, after, limit).parts(), null)
        : from.source().explain(figure, after, limit);
  }

  private Explained<ProgrammePart> stated(
      Sort sort, String figure, @Nullable After after, int limit) {
    var page = new PartPage<>(ProgrammeExplainer::key, after, limit, indicator.decimals());
    goals(sort).forEach(goal -> page.add(goal, number(goal)));
    return new Explained.Sum<>(page.parts().with(this::describe), figure);
  }

  private List<Goal> goals(Sort sort) {
    var unit = row.of();
    if (unit == null) {
      return List.of();
    }
    var goals = new Goals(readings.programmes().goals(), territory.map());
    var key = new Goals.Key(section.programme(), section.indicator(), unit.id());
    return goals.behind(key, sort, query.asOf(), indicator.isRatio(rule));
  }

  private static String key(Goal goal) {
    return goal.unit().toString();
  }

  private static long number(Goal goal) {
    var value = goal.value();
    return value == null ? 0 : value;
  }

  private ProgrammePart describe(Goal goal) {
    var unit = territory.map().unit(goal.unit()).orElseThrow();
    var day = unit.nearestDay(territory.day());
    return ProgrammePart.of(new StatedNumber(Unit.of(unit, day), goal.date()));
  }

  @Override
  public Trail<?> trail(String figure, String part) {
    if (figure.equals(TARGET)) {
      return trailOfStated(Sort.TARGET, figure, part);
    }
    if (isStated()) {
      if (ALL.find(figure) != Figure.DELIVERED) {
        throw new PartUnknown();
      }
      return trailOfStated(sortOfResult(), figure, part);
    }
    var from = counted;
    if (from == null) {
      throw new PartUnknown();
    }
    return from.source().trail(figure, part);
  }

  /** Behind a number is the word by which it was stated. */
  private Trail<ProgrammeRow> trailOfStated(Sort sort, String figure, String part) {
    var goal =
        goals(sort).stream()
            .filter(one -> part.equals(key(one)))
            .findFirst()
            .orElseThrow(PartUnknown::new);
    return Trail.<ProgrammeRow>mentioning(
            new Question(query, territory.map().version(), section, figure, part),
            number(goal),
            new ProgrammeView(),
            readings.programmes().position(),
            List.of(goal.unit()),
            counted -> goal.equals(counted) ? number(goal) : 0)
        .in(indicator.decimals());
  }
}

package vn.sen.reporting.programme;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.training.ResultMeasure;
import vn.sen.events.training.ResultRule;
import vn.sen.events.training.StatedKind;
import vn.sen.reporting.programme.Programme.Indicator;
import vn.sen.reporting.programme.ProgrammeReport.Achievement;
import vn.sen.reporting.programme.ProgrammeReport.AchievementOfUnit;
import vn.sen.reporting.programme.ProgrammeReport.IndicatorResults;
import vn.sen.reporting.programme.ProgrammeReport.ProgrammeResults;
import vn.sen.reporting.programme.ProgrammeReports.Readings;
import vn.sen.reporting.programme.ProgrammeRow.Sort;
import vn.sen.reporting.reading.Results;
import vn.sen.reporting.reading.Territory;
import vn.sen.reporting.reading.Unit;
import vn.sen.reporting.reading.UnitChoice;

/** Makes one report of the Union's programmes. */
final class ProgrammeReporter {

  private final Readings readings;
  private final Territory territory;
  private final ProgrammeQuery query;
  private final OrgUnit unit;
  private final UnitLevel level;
  private final List<OrgUnit> rows;
  private final Goals goals;
  private final Counting counting;

  /**
   * @throws vn.sen.chassis.domain.RuleViolation naming the parameter that does not fit the map
   */
  ProgrammeReporter(Readings readings, Territory territory, ProgrammeQuery query) {
    this.readings = readings;
    this.territory = territory;
    this.query = query;
    this.unit = UnitChoice.unit(query.unit(), territory);
    this.level = UnitChoice.level(query.level(), unit, territory);
    this.rows = territory.below(unit.id(), level);
    this.goals = new Goals(readings.programmes().goals(), territory.map());
    this.counting = new Counting(readings, territory, query);
  }

  ProgrammeReport report() {
    var known = readings.programmes().programmes().values();
    var code = query.programme();
    if (code != null && known.stream().noneMatch(p -> p.code().equals(code))) {
      throw new UnionProgrammeUnknown();
    }
    var programmes =
        known.stream()
            .filter(p -> !p.code().isEmpty() && p.isIn(query.firstOfYear(), query.asOf()))
            .filter(p -> code == null || p.code().equals(code))
            .sorted(Comparator.comparing(Programme::code))
            .map(this::results)
            .toList();
    return new ProgrammeReport(
        Unit.of(unit, territory.day()),
        query.asOf().getYear(),
        query.asOf(),
        query.hierarchy(),
        level,
        programmes);
  }

  private ProgrammeResults results(Programme programme) {
    var days = Objects.requireNonNull(programme.lasting());
    var indicators = new ArrayList<IndicatorResults>();
    programme
        .indicators()
        .forEach(
            (code, indicator) -> {
              var definition = indicator.definitions().standingOn(query.asOf());
              if (definition.isPresent() && indicator.holdsOn(query.asOf())) {
                indicators.add(results(programme.code(), code, indicator, definition.get()));
              }
            });
    indicators.sort(Comparator.comparing(IndicatorResults::code));
    var names = programme.names();
    var name = names.standingOn(query.asOf()).or(names::first).orElse(null);
    return new ProgrammeResults(
        programme.code(), name, days.from(), days.until(), List.copyOf(indicators));
  }

  private IndicatorResults results(
      String programme, String code, Indicator indicator, Programme.Definition definition) {
    var rule = definition.rule();
    boolean counted = rule.measure() != ResultMeasure.STATED;
    var stated = new Stated(programme, code, indicator.decimals(), indicator.isRatio(rule));
    var results = counted ? counting.count(rule, programme) : stated.results(rule);
    var all = new ArrayList<AchievementOfUnit>();
    for (var row : rows) {
      var achievement = Achievement.of(stated.target(row.id()), results.rows().get(row.id()));
      all.add(new AchievementOfUnit(Unit.of(row, territory.day()), false, achievement));
    }
    if (results.remainder() != null) {
      all.add(new AchievementOfUnit(null, true, Achievement.of(null, results.remainder())));
    }
    return new IndicatorResults(
        code,
        definition.name(),
        indicator.unit(),
        rule,
        counted,
        Achievement.of(stated.target(unit.id()), results.total()),
        List.copyOf(all));
  }

  /** What is stated under one indicator. */
  private final class Stated {
    private final String programme;
    private final String indicator;
    private final int decimals;
    private final boolean ratio;

    Stated(String programme, String indicator, int decimals, boolean ratio) {
      this.programme = programme;
      this.indicator = indicator;
      this.decimals = decimals;
      this.ratio = ratio;
    }

    @Nullable BigDecimal target(UUID of) {
      return value(of, Sort.TARGET);
    }

    private @Nullable BigDecimal value(UUID of, Sort sort) {
      var key = new Goals.Key(programme, indicator, of);
      var value =
          ratio ? goals.ownOf(key, sort, query.asOf()) : goals.sumOf(key, sort, query.asOf());
      return value == null ? null : BigDecimal.valueOf(value, decimals);
    }

    Results results(ResultRule rule) {
      var sort = rule.stated() == StatedKind.AS_OF ? Sort.AS_OF : Sort.YEAR_TO_DATE;
      Map<UUID, BigDecimal> byUnit = new HashMap<>();
      for (var row : rows) {
        var value = value(row.id(), sort);
        if (value != null) {
          byUnit.put(row.id(), value);
        }
      }
      return new Results(value(unit.id(), sort), byUnit, null);
    }
  }
}

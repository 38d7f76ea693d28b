package vn.sen.reporting.province;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sen.reporting.programme.ProgrammeReport.Achievement;
import vn.sen.reporting.programme.ProgrammeReport.AchievementOfUnit;
import vn.sen.reporting.programme.ProgrammeReport.IndicatorResults;
import vn.sen.reporting.programme.ProgrammeReport.ProgrammeResults;
import vn.sen.reporting.programme.UnionProgrammeUnknown;
import vn.sen.reporting.province.Indicator.Counted;
import vn.sen.reporting.province.ReportDefinition.Line;
import vn.sen.reporting.province.ReportDefinition.Split;
import vn.sen.reporting.reading.Origin;
import vn.sen.reporting.reading.Results;

/** What programmes of the Union promised and delivered. */
final class ProgrammeIndicators {

  private static final String PROGRAMMES = "programmes";
  private static final String PROGRAMME = "programme";
  private static final String INDICATOR = "indicator";

  private ProgrammeIndicators() {}

  static Stream<Indicator> all() {
    return Stream.of(
        of("result", "", Achievement::result),
        of("target", "", Achievement::target),
        of("percent", "%", Achievement::percent));
  }

  private static Indicator of(
      String name, String unit, Function<Achievement, @Nullable BigDecimal> value) {
    return new Indicator(
        "programmes." + name,
        unit,
        unit.isEmpty() ? 0 : 1,
        Set.of(PROGRAMME, INDICATOR),
        Set.of(Split.INDICATOR),
        of -> origin(name, of),
        (line, sources, asOf) -> count(line, sources, asOf, unit.isEmpty() ? null : unit, value));
  }

  /** Where only the indicator is named, the whole report is the one that finds it. */
  private static Origin origin(String figure, Map<String, String> of) {
    var programme = of.get(PROGRAMME);
    var indicator = of.get(INDICATOR);
    return programme == null || indicator == null
        ? new Origin(PROGRAMMES, null, Map.of())
        : new Origin(
            PROGRAMMES, figure, Map.of("byProgramme", programme, "byIndicator", indicator));
  }

  private static List<Counted> count(
      Line line,
      Sources sources,
      LocalDate asOf,
      @Nullable String unit,
      Function<Achievement, @Nullable BigDecimal> value) {
    var programmes = programmes(line, sources, asOf);
    if (line.by() == Split.INDICATOR) {
      return programmes.stream()
          .flatMap(p -> p.indicators().stream().map(i -> part(line, p, i, unit, value)))
          .toList();
    }
    return programmes.stream()
        .flatMap(programme -> programme.indicators().stream())
        .filter(indicator -> indicator.code().equals(line.of().get(INDICATOR)))
        .findFirst()
        .map(
            indicator ->
                new Counted(line.of(), null, unit(indicator, unit), results(indicator, value)))
        .map(List::of)
        .orElseGet(() -> Counted.of(line, Results.NONE));
  }

  /** None where localities are chosen: programmes have results of whole units. */
  private static List<ProgrammeResults> programmes(Line line, Sources sources, LocalDate asOf) {
    if (sources.trait() != null) {
      return List.of();
    }
    try {
      return sources.programmes(asOf, line.of().get(PROGRAMME)).programmes();
    } catch (UnionProgrammeUnknown _) {
      return List.of();
    }
  }

  private static Counted part(
      Line line,
      ProgrammeResults programme,
      IndicatorResults indicator,
      @Nullable String unit,
      Function<Achievement, @Nullable BigDecimal> value) {
    var of = new TreeMap<>(line.of());
    of.put(PROGRAMME, programme.code());
    of.put(INDICATOR, indicator.code());
    return new Counted(
        of,
        programme.code() + " – " + indicator.name(),
        unit(indicator, unit),
        results(indicator, value));
  }

  private static String unit(IndicatorResults indicator, @Nullable String unit) {
    return unit == null ? indicator.measuredIn() : unit;
  }

  private static Results results(
      IndicatorResults indicator, Function<Achievement, @Nullable BigDecimal> value) {
    return Results.of(
        indicator.total(),
        indicator.rows(),
        AchievementOfUnit::unit,
        AchievementOfUnit::achievement,
        value);
  }
}

package vn.sen.reporting.province;

import static vn.sen.reporting.province.Indicator.whole;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitLevel;
import vn.sen.reporting.province.Indicator.Counted;
import vn.sen.reporting.province.Indicator.Source;
import vn.sen.reporting.province.ReportDefinition.Line;
import vn.sen.reporting.reading.Results;
import vn.sen.reporting.training.CompetencyUnknown;
import vn.sen.reporting.training.Coverage;
import vn.sen.reporting.training.CoverageReport.CoverageOfUnit;
import vn.sen.reporting.training.ThemeUnknown;
import vn.sen.reporting.training.TitleUnknown;
import vn.sen.reporting.training.Training;
import vn.sen.reporting.training.TrainingReport.TrainingOfUnit;

/** Classes, who took part, and who in post is trained. */
final class TrainingIndicators {

  private TrainingIndicators() {}

  static Stream<Indicator> all() {
    return Stream.of(
        classes("classes", "lớp", Training::classes),
        classes("people", "người", Training::people),
        classes("turns", "lượt người", Training::turns),
        cadres("in-post", "people", "người", 0, coverage -> whole(coverage.people())),
        cadres("trained", "trained", "người", 0, TrainingIndicators::trained),
        cadres("coverage", "percent", "%", 1, Coverage::percent));
  }

  private static Indicator classes(String name, String unit, ToLongFunction<Training> value) {
    return new Indicator(
        "training." + name,
        unit,
        0,
        Set.of("theme", "programme"),
        Set.of(),
        Source.figure("training", name),
        (line, sources, asOf) -> Counted.of(line, classes(line, sources, asOf, value)));
  }

  private static Results classes(
      Line line, Sources sources, LocalDate asOf, ToLongFunction<Training> value) {
    try {
      var report = sources.training(asOf, line.of().get("theme"), line.of().get("programme"));
      return Results.of(
          report.total(),
          report.rows(),
          TrainingOfUnit::unit,
          TrainingOfUnit::training,
          training -> whole(value.applyAsLong(training)));
    } catch (ThemeUnknown _) {
      return Results.NONE;
    }
  }

  private static Indicator cadres(
      String name,
      String figure,
      String unit,
      int decimals,
      Function<Coverage, @Nullable BigDecimal> value) {
    return new Indicator(
        "training." + name,
        unit,
        decimals,
        Set.of("title", "postLevel", "competency", "theme"),
        Set.of(),
        Source.figure("training/coverage", figure),
        (line, sources, asOf) -> Counted.of(line, cadres(line, sources, asOf, value)));
  }

  private static Results cadres(
      Line line, Sources sources, LocalDate asOf, Function<Coverage, @Nullable BigDecimal> value) {
    var level = line.of().get("postLevel");
    try {
      var report =
          sources.coverage(
              asOf,
              line.of().get("title"),
              level == null ? null : UnitLevel.valueOf(level),
              line.of().get("competency"),
              line.of().get("theme"));
      return Results.of(
          report.total(), report.rows(), CoverageOfUnit::unit, CoverageOfUnit::coverage, value);
    } catch (TitleUnknown | CompetencyUnknown | ThemeUnknown _) {
      return Results.NONE;
    }
  }

  private static @Nullable BigDecimal trained(Coverage coverage) {
    var trained = coverage.trained();
    return trained == null ? null : whole(trained);
  }
}

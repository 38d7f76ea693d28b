package vn.sen.reporting.programme;

import java.math.BigDecimal;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import vn.sen.events.training.ResultRule;
import vn.sen.reporting.activity.ActivitySnapshot;
import vn.sen.reporting.communitygroup.CommunityGroupReport.GroupsOfUnit;
import vn.sen.reporting.communitygroup.GroupCounts;
import vn.sen.reporting.lending.Debt;
import vn.sen.reporting.lending.LendingReport.DebtOfUnit;
import vn.sen.reporting.programme.ProgrammeReports.Readings;
import vn.sen.reporting.reading.Results;
import vn.sen.reporting.reading.Territory;
import vn.sen.reporting.reading.Unit;
import vn.sen.reporting.reading.UnitTallies;
import vn.sen.reporting.training.Coverage;
import vn.sen.reporting.training.CoverageReport.CoverageOfUnit;
import vn.sen.reporting.training.Training;
import vn.sen.reporting.training.TrainingReport.TrainingOfUnit;

/** Counts results by rule, from the figures that the other reports show. */
final class Counting {

  private final Readings readings;
  private final Territory territory;
  private final ProgrammeQuery query;
  private final RuleQueries queries;

  Counting(Readings readings, Territory territory, ProgrammeQuery query) {
    this.readings = readings;
    this.territory = territory;
    this.query = query;
    this.queries = new RuleQueries(query);
  }

  /**
   * What a rule comes to.
   *
   * @param programme the code of the programme whose indicator it is
   * @return {@link Results#NONE} where the rule counts what this service does not know (yet)
   */
  Results count(ResultRule rule, String programme) {
    var own = rule.ownOnly() ? programme : null;
    var results = RuleQueries.known(() -> counted(rule, own));
    return results == null ? Results.NONE : results;
  }

  private Results counted(ResultRule rule, @Nullable String own) {
    return switch (rule.measure()) {
      case CLASSES_HELD -> training(rule, own, Training::classes);
      case PEOPLE_TRAINED -> training(rule, own, Training::people);
      case TRAINING_TURNS -> training(rule, own, Training::turns);
      case GROUPS_ALIVE -> groups(rule, own, GroupCounts::groups);
      case GROUPS_FOUNDED -> groups(rule, own, GroupCounts::founded);
      case ACTIVITIES_HELD -> activities(rule, own, ActivitySnapshot.Tally::activities);
      case ACTIVITY_PEOPLE -> activities(rule, own, ActivitySnapshot.Tally::people);
      case ACTIVITY_TURNS -> activities(rule, own, ActivitySnapshot.Tally::turns);
      case LOANS -> loans(rule, Debt::loans);
      case BORROWING_HOUSEHOLDS -> loans(rule, Debt::households);
      case OUTSTANDING -> loans(rule, Debt::outstanding);
      case CADRES_COMPETENT -> cadres(rule, false);
      case CADRE_COVERAGE -> cadres(rule, true);
      case STATED -> throw new IllegalArgumentException("Nothing to be counted");
    };
  }

  private Results training(ResultRule rule, @Nullable String own, ToLongFunction<Training> value) {
    var report = readings.training().report(queries.training(rule, own));
    return Results.of(
        report.total(),
        report.rows(),
        TrainingOfUnit::unit,
        TrainingOfUnit::training,
        figures -> BigDecimal.valueOf(value.applyAsLong(figures)));
  }

  private Results groups(ResultRule rule, @Nullable String own, ToLongFunction<GroupCounts> value) {
    var report = readings.groups().report(queries.groups(rule, own));
    return Results.of(
        report.total(),
        report.rows(),
        GroupsOfUnit::unit,
        GroupsOfUnit::counts,
        figures -> BigDecimal.valueOf(value.applyAsLong(figures)));
  }

  private record ActivitiesOfUnit(@Nullable Unit unit, ActivitySnapshot.Tally tally) {}

  private Results activities(
      ResultRule rule, @Nullable String own, ToLongFunction<ActivitySnapshot.Tally> value) {
    var units =
        new UnitTallies<>(
            territory, query.unit(), query.level(), null, ActivitySnapshot.Tally::new);
    readings
        .activities()
        .addUp(queries.activities(rule, own), territory, query.firstOfYear(), query.asOf(), units);
    return Results.of(
        units.total(),
        units.rows(ActivitiesOfUnit::new),
        ActivitiesOfUnit::unit,
        ActivitiesOfUnit::tally,
        figures -> BigDecimal.valueOf(value.applyAsLong(figures)));
  }

  private Results loans(ResultRule rule, ToLongFunction<Debt> value) {
    var report = readings.lending().report(queries.loans(rule));
    return Results.of(
        report.total(),
        report.rows(),
        DebtOfUnit::unit,
        DebtOfUnit::debt,
        figures -> BigDecimal.valueOf(value.applyAsLong(figures)));
  }

  private Results cadres(ResultRule rule, boolean share) {
    var report = readings.training().coverage(queries.cadres(rule));
    return Results.of(
        report.total(),
        report.rows(),
        CoverageOfUnit::unit,
        CoverageOfUnit::coverage,
        figures -> share ? figures.percent() : trained(figures));
  }

  private static @Nullable BigDecimal trained(Coverage figures) {
    var trained = figures.trained();
    return trained == null ? null : BigDecimal.valueOf(trained);
  }
}

package vn.sen.reporting.programme;

import org.jspecify.annotations.Nullable;
import vn.sen.events.training.ResultRule;
import vn.sen.reporting.activity.ActivityExplainer;
import vn.sen.reporting.communitygroup.GroupSection;
import vn.sen.reporting.explanation.Source;
import vn.sen.reporting.lending.LendingCell;
import vn.sen.reporting.programme.ProgrammeReports.Readings;
import vn.sen.reporting.reading.RowChoice;
import vn.sen.reporting.training.CoverageSection;
import vn.sen.reporting.training.TrainingSection;

/**
 * What a rule counts results from.
 *
 * @param source explains the figures of a row
 * @param figure of it that is the result
 */
record CountedFrom(Source<ProgrammePart> source, String figure) {

  /** Finds the figures that rules mean in one row of a report. */
  record Finder(Readings readings, ProgrammeQuery query, RowChoice row, @Nullable String rowName) {

    /**
     * Null where a rule names what this service does not know (yet).
     *
     * @param programme the code of the programme whose rule it is
     */
    @Nullable CountedFrom find(ResultRule rule, String programme) {
      var own = rule.ownOnly() ? programme : null;
      return RuleQueries.known(() -> of(rule, own));
    }

    private CountedFrom of(ResultRule rule, @Nullable String own) {
      return switch (rule.measure()) {
        case CLASSES_HELD -> new CountedFrom(training(rule, own), "classes");
        case PEOPLE_TRAINED -> new CountedFrom(training(rule, own), "people");
        case TRAINING_TURNS -> new CountedFrom(training(rule, own), "turns");
        case GROUPS_ALIVE -> new CountedFrom(groups(rule, own), "groups");
        case GROUPS_FOUNDED -> new CountedFrom(groups(rule, own), "founded");
        case ACTIVITIES_HELD ->
            new CountedFrom(activities(rule, own), ActivityExplainer.ACTIVITIES);
        case ACTIVITY_PEOPLE -> new CountedFrom(activities(rule, own), ActivityExplainer.PEOPLE);
        case ACTIVITY_TURNS -> new CountedFrom(activities(rule, own), ActivityExplainer.TURNS);
        case LOANS -> new CountedFrom(loans(rule), "loans");
        case BORROWING_HOUSEHOLDS -> new CountedFrom(loans(rule), "households");
        case OUTSTANDING -> new CountedFrom(loans(rule), "outstanding");
        case CADRES_COMPETENT -> new CountedFrom(cadres(rule), "trained");
        case CADRE_COVERAGE -> new CountedFrom(cadres(rule), "percent");
        case STATED -> throw new IllegalArgumentException("Nothing to be counted");
      };
    }

    private RuleQueries queries() {
      return new RuleQueries(query);
    }

    private Source<ProgrammePart> training(ResultRule rule, @Nullable String own) {
      var section = new TrainingSection(rowName, null, null, null, null);
      return readings
          .training()
          .explainer(queries().training(rule, own), section)
          .with(ProgrammePart::of);
    }

    private Source<ProgrammePart> groups(ResultRule rule, @Nullable String own) {
      var section = new GroupSection(rowName, null, null);
      return readings
          .groups()
          .explainer(queries().groups(rule, own), section)
          .with(ProgrammePart::of);
    }

    private Source<ProgrammePart> activities(ResultRule rule, @Nullable String own) {
      return new ActivityExplainer(
              readings.activities(),
              queries().activities(rule, own),
              row,
              query.firstOfYear(),
              query.asOf())
          .with(ProgrammePart::of);
    }

    private Source<ProgrammePart> loans(ResultRule rule) {
      return readings
          .lending()
          .explainer(queries().loans(rule), LendingCell.of(rowName))
          .with(ProgrammePart::of);
    }

    private Source<ProgrammePart> cadres(ResultRule rule) {
      return readings
          .training()
          .coverageExplainer(queries().cadres(rule), new CoverageSection(rowName, null, null))
          .with(ProgrammePart::of);
    }
  }
}

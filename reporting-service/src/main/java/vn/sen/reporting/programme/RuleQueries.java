package vn.sen.reporting.programme;

import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.sen.events.training.ResultRule;
import vn.sen.reporting.activity.ActivitySnapshot;
import vn.sen.reporting.communitygroup.CommunityGroupQuery;
import vn.sen.reporting.communitygroup.GroupTypeUnknown;
import vn.sen.reporting.lending.LendingQuery;
import vn.sen.reporting.lending.ProgrammeUnknown;
import vn.sen.reporting.training.CompetencyUnknown;
import vn.sen.reporting.training.CoverageQuery;
import vn.sen.reporting.training.ThemeUnknown;
import vn.sen.reporting.training.TitleUnknown;
import vn.sen.reporting.training.TrainingQuery;

/** What other reports are asked for, so that the result of a rule is counted. */
record RuleQueries(ProgrammeQuery query) {

  /** What is asked; null where a rule names what this service does not know (yet). */
  static <T> @Nullable T known(Supplier<T> ask) {
    try {
      return ask.get();
    } catch (GroupTypeUnknown
        | ThemeUnknown
        | TitleUnknown
        | CompetencyUnknown
        | ProgrammeUnknown _) {
      return null;
    }
  }

  private static @Nullable String text(@Nullable Object id) {
    return id == null ? null : id.toString();
  }

  /**
   * Classes and who took part.
   *
   * @param own the code of the programme to which they must belong; null for all
   */
  TrainingQuery training(ResultRule rule, @Nullable String own) {
    return new TrainingQuery(
        query.unit(),
        query.asOf(),
        query.hierarchy(),
        query.level(),
        query.firstOfYear(),
        new TrainingQuery.Selection(text(rule.themeId()), null, own),
        Set.of());
  }

  /** Community groups. */
  CommunityGroupQuery groups(ResultRule rule, @Nullable String own) {
    return new CommunityGroupQuery(
        query.unit(),
        query.asOf(),
        query.hierarchy(),
        query.level(),
        query.firstOfYear(),
        rule.groupType(),
        own,
        Set.of());
  }

  /** Activities. */
  ActivitySnapshot.Selection activities(ResultRule rule, @Nullable String own) {
    return new ActivitySnapshot.Selection(rule.activityKind(), rule.themeId(), own);
  }

  /** Loans. */
  LendingQuery loans(ResultRule rule) {
    return new LendingQuery(
        query.unit(),
        query.asOf(),
        query.hierarchy(),
        query.level(),
        query.firstOfYear(),
        new LendingQuery.Selection(null, text(rule.loanProgramme()), null),
        Set.of());
  }

  /** People in post. */
  CoverageQuery cadres(ResultRule rule) {
    return new CoverageQuery(
        query.unit(),
        query.asOf(),
        query.hierarchy(),
        query.level(),
        text(rule.titleId()),
        null,
        rule.competency(),
        null);
  }
}

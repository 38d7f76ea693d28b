package vn.sen.training.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sen.training.programme.ProgrammeMother.DAYS;
import static vn.sen.training.programme.ProgrammeMother.END;
import static vn.sen.training.programme.ProgrammeMother.LATER;
import static vn.sen.training.programme.ProgrammeMother.START;
import static vn.sen.training.programme.ProgrammeMother.TEAMS;
import static vn.sen.training.programme.ProgrammeMother.groups;
import static vn.sen.training.programme.ProgrammeMother.indicator;
import static vn.sen.training.programme.ProgrammeMother.measuredBy;
import static vn.sen.training.programme.ProgrammeMother.project8;
import static vn.sen.training.programme.ProgrammeMother.stated;

import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sen.events.training.ActivityKind;
import vn.sen.events.training.ResultMeasure;
import vn.sen.events.training.ResultRule;
import vn.sen.events.training.StatedKind;
import vn.sen.events.training.UnionProgrammeEvent.IndicatorAdded;
import vn.sen.events.training.UnionProgrammeEvent.IndicatorRetired;
import vn.sen.events.training.UnionProgrammeEvent.IndicatorRevised;
import vn.sen.events.training.UnionProgrammeEvent.UnionProgrammeDaysSet;
import vn.sen.events.training.UnionProgrammeEvent.UnionProgrammeIntroduced;
import vn.sen.events.training.UnionProgrammeEvent.UnionProgrammeRenamed;

class ProgrammeTest {

  @Nested
  class A_programme {

    @Test
    void is_introduced_by_a_decision() {
      assertThat(Programme.introduce("DA8", "Dự án 8", DAYS).events())
          .isEqualTo(
              List.of(
                  new UnionProgrammeIntroduced(
                      "DA8", "Dự án 8", START, END, "Quyết định số 1719/QĐ-TTg")));
    }

    @Test
    void bears_the_name_of_the_day() {
      // when
      var decision = project8().rename(new Programme.Name("Dự án 8 mở rộng", LATER));

      // then
      assertThat(decision.events())
          .isEqualTo(List.of(new UnionProgrammeRenamed("Dự án 8 mở rộng", LATER)));
      assertThat(decision.state().nameOn(LATER.minusDays(1))).isEqualTo("Dự án 8");
      assertThat(decision.state().nameOn(LATER)).isEqualTo("Dự án 8 mở rộng");
      assertThat(decision.state().rename(new Programme.Name("Dự án 8 mở rộng", LATER)).events())
          .isEmpty();
      assertThatThrownBy(() -> project8().rename(new Programme.Name("X", START.minusDays(1))))
          .isInstanceOf(ProgrammeRules.ProgrammeRenamedBeforeStart.class);
    }

    @Test
    void is_prolonged_by_another_decision() {
      var longer = new Programme.Days(START, END.plusYears(5), "Nghị quyết số 5");

      assertThat(project8().set(longer).events())
          .isEqualTo(
              List.of(new UnionProgrammeDaysSet(START, END.plusYears(5), "Nghị quyết số 5")));
      assertThat(project8().set(DAYS).events()).isEmpty();
      assertThatThrownBy(() -> new Programme.Days(START, START.minusDays(1), "X"))
          .isInstanceOf(ProgrammeRules.ProgrammeDaysReversed.class);
    }
  }

  @Nested
  class An_indicator {

    @Test
    void is_added_once() {
      // when
      var decision = project8().add(indicator("TEAMS", TEAMS));

      // then
      assertThat(decision.events())
          .isEqualTo(
              List.of(
                  new IndicatorAdded("TEAMS", "Tổ truyền thông cộng đồng", "tổ", 0, TEAMS, START)));
      assertThat(decision.state().add(indicator("TEAMS", TEAMS)).events()).isEmpty();
      assertThatThrownBy(() -> decision.state().add(indicator("TEAMS", stated(StatedKind.AS_OF))))
          .isInstanceOf(ProgrammeRules.IndicatorCodeTaken.class);
    }

    @Test
    void is_counted_by_the_rule_of_the_day() {
      // given
      var version = new Indicator.Version("Tổ", groups("TTCD", false), LATER);

      // when
      var decision = measuredBy("TEAMS", TEAMS).revise("TEAMS", version);

      // then
      assertThat(decision.events())
          .isEqualTo(List.of(new IndicatorRevised("TEAMS", "Tổ", groups("TTCD", false), LATER)));
      var teams = decision.state().indicator("TEAMS", "");
      assertThat(teams.on(LATER.minusDays(1)).rule()).isEqualTo(TEAMS);
      assertThat(teams.on(LATER).rule()).isEqualTo(groups("TTCD", false));
      // and said again for the day it is replaced
      var corrected = new Indicator.Version("Tổ TT", groups("TTCD", false), LATER);
      assertThat(decision.state().revise("TEAMS", corrected).state().indicator("TEAMS", ""))
          .extracting(known -> known.versions().size())
          .isEqualTo(2);
      assertThatThrownBy(
              () ->
                  measuredBy("TEAMS", TEAMS)
                      .revise("TEAMS", new Indicator.Version("X", TEAMS, START.minusDays(1))))
          .isInstanceOf(ProgrammeRules.IndicatorRevisedBeforeStart.class);
      assertThatThrownBy(() -> project8().revise("TEAMS", version))
          .isInstanceOf(ProgrammeRules.IndicatorUnknown.class);
    }

    @Test
    void is_in_force_while_the_programme_runs_and_measures_by_it() {
      // given
      var decision = measuredBy("TEAMS", TEAMS).retire("TEAMS", LATER);

      // then
      assertThat(decision.events()).isEqualTo(List.of(new IndicatorRetired("TEAMS", LATER)));
      var retired = decision.state();
      var lastDay = LATER.minusDays(1);
      assertThat(retired.inForce("TEAMS", lastDay, lastDay, "/asOf").code()).isEqualTo("TEAMS");
      assertThatThrownBy(() -> retired.inForce("TEAMS", LATER, END, "/asOf"))
          .isInstanceOf(ProgrammeRules.IndicatorNotInForce.class);
      assertThatThrownBy(
              () ->
                  measuredBy("TEAMS", TEAMS)
                      .inForce("TEAMS", END.plusDays(1), END.plusDays(1), "/asOf"))
          .isInstanceOf(ProgrammeRules.IndicatorNotInForce.class);
      assertThatThrownBy(() -> retired.retire("TEAMS", END))
          .isInstanceOf(ProgrammeRules.IndicatorAlreadyRetired.class);
      assertThatThrownBy(() -> measuredBy("TEAMS", TEAMS).retire("TEAMS", START))
          .isInstanceOf(ProgrammeRules.IndicatorRetiredBeforeStart.class);
    }
  }

  @Nested
  class A_rule {

    private static ResultRule bare(ResultMeasure measure) {
      return new ResultRule(measure, null, null, null, null, null, null, null, false);
    }

    private static ResultRule everything(ResultMeasure measure) {
      return new ResultRule(
          measure,
          UUID.randomUUID(),
          "TTCD",
          ActivityKind.POLICY_DIALOGUE,
          UUID.randomUUID(),
          "GENDER",
          UUID.randomUUID(),
          StatedKind.AS_OF,
          true);
    }

    @ParameterizedTest
    @EnumSource(ResultMeasure.class)
    void says_nothing_that_narrows_nothing(ResultMeasure measure) {
      assertThatThrownBy(() -> RuleShape.checked(everything(measure)))
          .isInstanceOf(ProgrammeRules.ResultRuleOverfull.class);
    }

    @ParameterizedTest
    @EnumSource(ResultMeasure.class)
    void is_complete_by_itself_only_where_it_counts_classes_or_activities(ResultMeasure measure) {
      var whole =
          EnumSet.of(
              ResultMeasure.CLASSES_HELD,
              ResultMeasure.PEOPLE_TRAINED,
              ResultMeasure.TRAINING_TURNS,
              ResultMeasure.ACTIVITIES_HELD,
              ResultMeasure.ACTIVITY_PEOPLE,
              ResultMeasure.ACTIVITY_TURNS);
      if (whole.contains(measure)) {
        assertThat(RuleShape.checked(bare(measure))).isEqualTo(bare(measure));
      } else {
        assertThatThrownBy(() -> RuleShape.checked(bare(measure)))
            .isInstanceOf(ProgrammeRules.ResultRuleIncomplete.class);
      }
    }

    @Test
    void names_what_it_lacks() {
      assertThatThrownBy(() -> project8().add(indicator("TEAMS", groups(null, true))))
          .isInstanceOfSatisfying(
              ProgrammeRules.ResultRuleIncomplete.class,
              e -> assertThat(e.pointer()).isEqualTo("/rule/groupType"));
    }
  }
}

package vn.sen.training.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.approval.AlreadyDecided;
import vn.sen.chassis.approval.AuthorCannotApprove;
import vn.sen.events.membership.Approval;
import vn.sen.events.training.GoalChange;
import vn.sen.events.training.GoalMeasure;
import vn.sen.events.training.GoalPlace;
import vn.sen.events.training.ProgrammeUnitEvent;
import vn.sen.events.training.ProgrammeUnitEvent.ResultProposed;
import vn.sen.events.training.ProgrammeUnitEvent.ResultRejected;
import vn.sen.events.training.ProgrammeUnitEvent.ResultStated;
import vn.sen.events.training.ProgrammeUnitEvent.TargetSet;
import vn.sen.events.training.ProgrammeUnitEvent.TargetWithdrawn;
import vn.sen.events.training.StatedKind;

class GoalsTest {

  private static final UUID UNIT = UUID.randomUUID();
  private static final LocalDate DECIDED = LocalDate.of(2023, 1, 15);
  private static final LocalDate JUNE = LocalDate.of(2023, 6, 30);
  private static final LocalDate OCTOBER = LocalDate.of(2023, 10, 30);
  private static final Goals NONE = Goals.none(UUID.randomUUID(), "DA8", UNIT);
  private static final Approval APPROVAL = new Approval("officer", "chair");

  private static Goals.Target target(long value) {
    return new Goals.Target("TEAMS", 2023, value, "Kế hoạch số 12", DECIDED);
  }

  private static GoalChange ofTarget(long delta) {
    return new GoalChange(
        LocalDate.of(2023, 1, 1), place("TEAMS", 2023), GoalMeasure.TARGET, delta);
  }

  private static GoalPlace place(String indicator, @Nullable Integer year) {
    return new GoalPlace("DA8", indicator, UNIT, year);
  }

  private static Goals.Result result(LocalDate asOf, StatedKind kind, @Nullable Long value) {
    return new Goals.Result("HOUSES", asOf, kind, value, "Báo cáo số 7");
  }

  private static GoalChange step(LocalDate date, @Nullable Integer year, long delta) {
    return new GoalChange(date, place("HOUSES", year), GoalMeasure.STATED_RESULT, delta);
  }

  private static Goals stated(Goals before, Goals.Result result) {
    return before
        .propose(result, "officer")
        .state()
        .approve(result.indicator(), result.asOf(), "chair")
        .state();
  }

  private static List<GoalChange> changes(List<?> events) {
    return ((ProgrammeUnitEvent) events.getFirst()).changes();
  }

  @Nested
  class A_target {

    @Test
    void is_set_corrected_and_withdrawn() {
      // when
      var set = NONE.set(target(52));
      var corrected = set.state().set(target(50));
      var withdrawn = corrected.state().withdraw("TEAMS", 2023, OCTOBER);

      // then
      assertThat(set.events())
          .isEqualTo(
              List.of(
                  new TargetSet(
                      "DA8",
                      UNIT,
                      "TEAMS",
                      2023,
                      52,
                      "Kế hoạch số 12",
                      DECIDED,
                      List.of(ofTarget(52)))));
      assertThat(changes(corrected.events())).isEqualTo(List.of(ofTarget(-2)));
      assertThat(withdrawn.events())
          .isEqualTo(
              List.of(
                  new TargetWithdrawn(
                      "DA8", UNIT, "TEAMS", 2023, OCTOBER, List.of(ofTarget(-50)))));
    }

    @Test
    void says_nothing_where_nothing_is_new() {
      var known = NONE.set(target(52)).state();

      assertThat(known.set(target(52)).events()).isEmpty();
      assertThatThrownBy(() -> known.withdraw("TEAMS", 2024, OCTOBER))
          .isInstanceOf(ProgrammeRules.NoSuchTarget.class);
    }

    @Test
    void of_nothing_is_a_target_too() {
      assertThat(NONE.set(target(0)).events()).hasSize(1);
      assertThat(NONE.set(target(0)).state().targets()).hasSize(1);
    }
  }

  @Nested
  class A_stated_result {

    @Test
    void holds_when_somebody_else_has_approved_it() {
      // when
      var proposed = NONE.propose(result(JUNE, StatedKind.YEAR_TO_DATE, 40L), "officer");

      // then
      assertThat(proposed.events())
          .isEqualTo(List.of(new ResultProposed("DA8", UNIT, "HOUSES", JUNE, "officer")));
      assertThat(proposed.state().results()).isEmpty();
      assertThatThrownBy(() -> proposed.state().approve("HOUSES", JUNE, "officer"))
          .isInstanceOf(AuthorCannotApprove.class);
      var approved = proposed.state().approve("HOUSES", JUNE, "chair");
      assertThat(approved.events())
          .isEqualTo(
              List.of(
                  new ResultStated(
                      "DA8",
                      UNIT,
                      "HOUSES",
                      JUNE,
                      StatedKind.YEAR_TO_DATE,
                      40L,
                      "Báo cáo số 7",
                      APPROVAL,
                      List.of(step(JUNE, 2023, 40)))));
      assertThatThrownBy(() -> approved.state().approve("HOUSES", JUNE, "chair"))
          .isInstanceOf(AlreadyDecided.class);
    }

    @Test
    void is_not_taken_where_it_is_rejected() {
      var proposed = NONE.propose(result(JUNE, StatedKind.AS_OF, 40L), "officer").state();

      var rejected = proposed.reject("HOUSES", JUNE, "chair");

      assertThat(rejected.events())
          .isEqualTo(List.of(new ResultRejected("DA8", UNIT, "HOUSES", JUNE, "chair")));
      assertThat(rejected.state()).isEqualTo(NONE);
    }

    @Test
    void that_comes_late_corrects_the_step_behind_it() {
      // given
      var october = stated(NONE, result(OCTOBER, StatedKind.YEAR_TO_DATE, 100L));

      // when
      var late =
          october
              .propose(result(JUNE, StatedKind.YEAR_TO_DATE, 40L), "officer")
              .state()
              .approve("HOUSES", JUNE, "chair");

      // then
      assertThat(changes(late.events()))
          .containsExactlyInAnyOrder(step(JUNE, 2023, 40), step(OCTOBER, 2023, -40));
    }

    @Test
    void begins_anew_each_year_where_it_adds_up_and_goes_on_where_it_is_a_stock() {
      // given
      var next = LocalDate.of(2024, 3, 31);
      var flow = stated(NONE, result(OCTOBER, StatedKind.YEAR_TO_DATE, 100L));
      var stock = stated(NONE, result(OCTOBER, StatedKind.AS_OF, 100L));

      // then
      assertThat(
              changes(
                  flow.propose(result(next, StatedKind.YEAR_TO_DATE, 30L), "officer")
                      .state()
                      .approve("HOUSES", next, "chair")
                      .events()))
          .isEqualTo(List.of(step(next, 2024, 30)));
      assertThat(
              changes(
                  stock
                      .propose(result(next, StatedKind.AS_OF, 90L), "officer")
                      .state()
                      .approve("HOUSES", next, "chair")
                      .events()))
          .isEqualTo(List.of(step(next, null, -10)));
    }

    @Test
    void is_taken_back_by_two_people_as_well() {
      // given
      var known = stated(NONE, result(JUNE, StatedKind.AS_OF, 40L));
      var nothing = result(JUNE, StatedKind.AS_OF, null);

      // when
      var taken = known.propose(nothing, "officer").state().approve("HOUSES", JUNE, "chair");

      // then
      assertThat(changes(taken.events())).isEqualTo(List.of(step(JUNE, null, -40)));
      assertThat(taken.state()).isEqualTo(NONE);
      assertThatThrownBy(() -> NONE.propose(nothing, "officer"))
          .isInstanceOf(ProgrammeRules.NothingStated.class);
    }
  }
}

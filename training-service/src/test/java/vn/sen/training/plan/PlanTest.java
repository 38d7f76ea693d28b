package vn.sen.training.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sen.events.training.CompetencyEvent.CompetencyGained;
import vn.sen.events.training.CompetencyEvent.CompetencyWithdrawn;
import vn.sen.events.training.PlanEvent.NeedMet;
import vn.sen.events.training.PlanEvent.NeedReopened;
import vn.sen.events.training.PlanEvent.PlanDrawnUp;
import vn.sen.events.training.PlanNeed;

class PlanTest {

  private static final UUID UNIT = UUID.randomUUID();
  private static final UUID LINE = UUID.randomUUID();
  private static final UUID TITLE = UUID.randomUUID();
  private static final UUID HOA = UUID.randomUUID();
  private static final UUID MAI = UUID.randomUUID();
  private static final UUID CLASS = UUID.randomUUID();
  private static final UUID OTHER_CLASS = UUID.randomUUID();
  private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 6);
  private static final LocalDate TODAY = LocalDate.of(2023, 1, 5);
  private static final LocalDate PASSED = LocalDate.of(2023, 3, 15);

  private static PlanNeed need(UUID... people) {
    return new PlanNeed(LINE, TITLE, "GENDER", List.of(people));
  }

  private static Plan drawnUp() {
    return Plan.drawUp(UNIT, 2023, List.of(need(HOA, MAI)), TODAY).state();
  }

  private static CompetencyGained gained(UUID person, String competency) {
    return new CompetencyGained(person, competency, PASSED, null, CLASS);
  }

  @Test
  void names_whom_the_unit_has_to_train() {
    var decision = Plan.drawUp(UNIT, 2023, List.of(need(HOA, MAI)), TODAY);

    assertThat(decision.events())
        .isEqualTo(List.of(new PlanDrawnUp(UNIT, 2023, List.of(need(HOA, MAI)), TODAY)));
    assertThat(decision.state().lines().getFirst().open()).isEqualTo(2);
  }

  @Test
  void a_need_is_met_by_the_class_and_open_again_when_the_result_is_corrected() {
    // when
    var met = drawnUp().gained(gained(HOA, "GENDER"));
    var reopened =
        met.state().withdrawn(new CompetencyWithdrawn(HOA, "GENDER", PASSED, CLASS), List.of());

    // then
    assertThat(met.events()).isEqualTo(List.of(new NeedMet(LINE, HOA, CLASS, PASSED)));
    assertThat(met.state().lines().getFirst().open()).isEqualTo(1);
    assertThat(reopened.events()).isEqualTo(List.of(new NeedReopened(LINE, HOA, CLASS, PASSED)));
    assertThat(reopened.state().lines().getFirst().open()).isEqualTo(2);
  }

  @Test
  void what_nobody_asked_for_meets_no_need() {
    assertThat(drawnUp().gained(gained(HOA, "SOFTWARE")).events()).isEmpty();
    assertThat(drawnUp().gained(gained(UUID.randomUUID(), "GENDER")).events()).isEmpty();
    var met = drawnUp().gained(gained(HOA, "GENDER")).state();
    assertThat(met.gained(gained(HOA, "GENDER")).events()).isEmpty();
  }

  @Test
  void a_need_that_another_class_meets_as_well_is_not_left_open() {
    // given
    var met = drawnUp().gained(gained(HOA, "GENDER")).state();
    var other = new CompetencyGained(HOA, "GENDER", PASSED.plusDays(9), null, OTHER_CLASS);

    // when
    var withdrawn =
        met.withdrawn(new CompetencyWithdrawn(HOA, "GENDER", PASSED, CLASS), List.of(other));

    // then
    assertThat(withdrawn.events())
        .isEqualTo(
            List.of(
                new NeedReopened(LINE, HOA, CLASS, PASSED),
                new NeedMet(LINE, HOA, OTHER_CLASS, PASSED.plusDays(9))));
    assertThat(withdrawn.state().lines().getFirst().open()).isEqualTo(1);
  }

  @Test
  void what_was_over_before_the_needs_were_counted_meets_none_and_the_last_day_still_does() {
    var over = new CompetencyGained(HOA, "GENDER", LONG_AGO, TODAY.minusDays(1), CLASS);
    var lasting = new CompetencyGained(HOA, "GENDER", LONG_AGO, TODAY, CLASS);

    assertThat(drawnUp().gained(over).events()).isEmpty();
    assertThat(drawnUp().gained(lasting).events())
        .isEqualTo(List.of(new NeedMet(LINE, HOA, CLASS, LONG_AGO)));
  }

  @Test
  void who_met_a_need_and_lacks_it_again_is_wanted_again() {
    var met = drawnUp().gained(gained(HOA, "GENDER")).state();

    var recounted = met.recount(List.of(need(HOA)), TODAY.plusYears(4)).state();

    assertThat(recounted.lines().getFirst().wants())
        .containsExactly(new Plan.Want(HOA, null, null));
  }

  @Test
  void counted_again_it_forgets_who_left_and_keeps_what_was_met() {
    // given
    var met = drawnUp().gained(gained(HOA, "GENDER")).state();

    // when Mai has left her post, and nobody else lacks it
    var recounted = met.recount(List.of(), TODAY.plusDays(90)).state();

    // then
    assertThat(recounted.lines().getFirst().wants())
        .containsExactly(new Plan.Want(HOA, CLASS, PASSED));
    // and whoever came since is wanted beside her
    var more = recounted.recount(List.of(need(MAI)), TODAY.plusDays(91)).state();
    assertThat(more.lines().getFirst().wants()).hasSize(2);
  }
}

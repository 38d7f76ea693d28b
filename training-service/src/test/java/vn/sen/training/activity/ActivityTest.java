package vn.sen.training.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.sen.training.activity.ActivityMother.BUDGET;
import static vn.sen.training.activity.ActivityMother.COMMUNE;
import static vn.sen.training.activity.ActivityMother.DISTRICT;
import static vn.sen.training.activity.ActivityMother.FIRST;
import static vn.sen.training.activity.ActivityMother.HOA;
import static vn.sen.training.activity.ActivityMother.LAST;
import static vn.sen.training.activity.ActivityMother.REPORTED;
import static vn.sen.training.activity.ActivityMother.TODAY;
import static vn.sen.training.activity.ActivityMother.attendees;
import static vn.sen.training.activity.ActivityMother.held;
import static vn.sen.training.activity.ActivityMother.place;
import static vn.sen.training.activity.ActivityMother.planned;
import static vn.sen.training.activity.ActivityMother.report;
import static vn.sen.training.activity.ActivityMother.reported;
import static vn.sen.training.activity.ActivityMother.visit;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.org.Split;
import vn.sen.events.training.ActivityCancellation;
import vn.sen.events.training.ActivityChange;
import vn.sen.events.training.ActivityEvent;
import vn.sen.events.training.ActivityEvent.ActivityAssigned;
import vn.sen.events.training.ActivityEvent.ActivityCancelled;
import vn.sen.events.training.ActivityEvent.ActivityCorrected;
import vn.sen.events.training.ActivityEvent.ActivityHeld;
import vn.sen.events.training.ActivityEvent.ActivityParticipantsStated;
import vn.sen.events.training.ActivityEvent.ActivityPlanned;
import vn.sen.events.training.ActivityEvent.ActivityReported;
import vn.sen.events.training.ActivityEvent.RecommendationDone;
import vn.sen.events.training.ActivityMeasure;
import vn.sen.events.training.CategoryCount;
import vn.sen.events.training.MemberAttendance;
import vn.sen.events.training.ParticipantCategory;
import vn.sen.events.training.ParticipantTrait;
import vn.sen.events.training.TraitCount;

class ActivityTest {

  private static final LocalDate DONE = LocalDate.of(2023, 5, 20);

  private static ActivityChange whole(LocalDate date, ActivityMeasure measure, long delta) {
    return new ActivityChange(date, place(), measure, delta);
  }

  private static List<ActivityChange> changes(Decision<Activity> decision) {
    return ((ActivityEvent) decision.events().getFirst()).changes();
  }

  @Nested
  class Planning {

    @Test
    void adds_nothing_to_the_figures() {
      var outline = visit(FIRST, LAST, BUDGET);

      assertThat(Activity.plan(outline, FIRST.minusDays(30)).events())
          .isEqualTo(List.of(new ActivityPlanned(outline.plan(), FIRST.minusDays(30))));
      assertThatThrownBy(() -> visit(LAST, FIRST, BUDGET))
          .isInstanceOf(ActivityRules.ActivityDaysReversed.class);
    }

    @Test
    void is_corrected_and_says_nothing_where_nothing_is_new() {
      var putOff = visit(FIRST.plusDays(7), LAST.plusDays(7), BUDGET);

      assertThat(planned().correct(putOff, TODAY).events())
          .isEqualTo(List.of(new ActivityCorrected(putOff.plan(), FIRST.plusDays(7), List.of())));
      assertThat(planned().correct(visit(FIRST, LAST, BUDGET), TODAY).events()).isEmpty();
    }

    @Test
    void is_cancelled_for_any_reason() {
      var cancelled = planned().cancel(ActivityCancellation.EMERGENCY, TODAY);

      assertThat(cancelled.events())
          .isEqualTo(
              List.of(new ActivityCancelled(ActivityCancellation.EMERGENCY, TODAY, List.of())));
      var state = cancelled.state();
      assertThat(state.cancel(ActivityCancellation.EMERGENCY, TODAY).events()).isEmpty();
      assertThatThrownBy(() -> state.correct(visit(FIRST, LAST, 1), TODAY))
          .isInstanceOf(ActivityRules.ActivityIsCancelled.class);
      assertThatThrownBy(() -> state.hold(FIRST, LAST, TODAY))
          .isInstanceOf(ActivityRules.ActivityNotPlanned.class);
    }
  }

  @Nested
  class Holding {

    @Test
    void counts_the_activity_and_its_budget_on_the_last_day_it_really_took() {
      var decision = planned().hold(FIRST, FIRST, TODAY);

      assertThat(decision.events())
          .isEqualTo(
              List.of(
                  new ActivityHeld(
                      FIRST,
                      FIRST,
                      List.of(
                          whole(FIRST, ActivityMeasure.ACTIVITIES, 1),
                          whole(FIRST, ActivityMeasure.BUDGET, BUDGET)))));
    }

    @Test
    void waits_for_the_last_day_and_happens_once() {
      assertThatThrownBy(() -> planned().hold(FIRST, LAST, FIRST))
          .isInstanceOf(ActivityRules.ActivityNotOver.class);
      assertThat(held().hold(FIRST, LAST, TODAY).events()).isEmpty();
      assertThatThrownBy(() -> held().hold(FIRST, FIRST, TODAY))
          .isInstanceOf(ActivityRules.ActivityNotPlanned.class);
    }

    @Test
    void on_another_day_than_was_said_moves_all_it_counts_for() {
      // given
      var attended = held().attend(attendees(4, 1)).state();

      // when
      var corrected = attended.correct(visit(FIRST, FIRST, BUDGET), TODAY);

      // then
      assertThat(changes(corrected))
          .filteredOn(change -> change.date().equals(LAST))
          .allMatch(change -> change.delta() < 0)
          .hasSize(5);
      assertThat(changes(corrected))
          .filteredOn(change -> change.date().equals(FIRST))
          .allMatch(change -> change.delta() > 0)
          .hasSize(5);
      assertThatThrownBy(() -> attended.correct(visit(FIRST, TODAY.plusDays(1), BUDGET), TODAY))
          .isInstanceOf(ActivityRules.ActivityNotOver.class);
    }

    @Test
    void that_never_was_is_taken_back_whole() {
      var cancelled = held().cancel(ActivityCancellation.ENTERED_BY_MISTAKE, TODAY);

      assertThat(changes(cancelled))
          .isEqualTo(
              List.of(
                  whole(LAST, ActivityMeasure.ACTIVITIES, -1),
                  whole(LAST, ActivityMeasure.BUDGET, -BUDGET)));
      assertThatThrownBy(() -> held().cancel(ActivityCancellation.EMERGENCY, TODAY))
          .isInstanceOf(ActivityRules.ActivityTookPlace.class);
    }
  }

  @Nested
  class Attending {

    @Test
    void counts_whom_is_known_by_id_and_the_others_by_number() {
      var decision = held().attend(attendees(4, 1));

      assertThat(decision.events())
          .isEqualTo(
              List.of(
                  new ActivityParticipantsStated(
                      List.of(new MemberAttendance(HOA, ParticipantCategory.MEMBER)),
                      List.of(new CategoryCount(ParticipantCategory.MAN, 4)),
                      List.of(new TraitCount(ParticipantTrait.WOMEN, 1)),
                      LAST,
                      List.of(
                          new ActivityChange(
                              LAST,
                              place(HOA, ParticipantCategory.MEMBER, null),
                              ActivityMeasure.TURNS,
                              1),
                          new ActivityChange(
                              LAST,
                              place(null, ParticipantCategory.MAN, null),
                              ActivityMeasure.TURNS,
                              4),
                          new ActivityChange(
                              LAST,
                              place(null, null, ParticipantTrait.WOMEN),
                              ActivityMeasure.TRAIT_TURNS,
                              1)))));
      assertThat(decision.state().attend(attendees(4, 1)).events()).isEmpty();
    }

    @Test
    void said_again_moves_only_what_is_another_number() {
      var corrected = held().attend(attendees(4, 1)).state().attend(attendees(6, 1));

      assertThat(changes(corrected))
          .isEqualTo(
              List.of(
                  new ActivityChange(
                      LAST, place(null, ParticipantCategory.MAN, null), ActivityMeasure.TURNS, 2)));
    }

    @Test
    void is_of_people_who_can_have_been_there() {
      assertThatThrownBy(() -> planned().attend(attendees(4, 1)))
          .isInstanceOf(ActivityRules.ActivityNotHeld.class);
      assertThatThrownBy(() -> held().attend(attendees(4, 6)))
          .isInstanceOf(ActivityRules.TraitsExceedAttendees.class);
      var bothTooMany =
          new Attendees(
              List.of(),
              List.of(new CategoryCount(ParticipantCategory.OTHER, 5)),
              List.of(
                  new TraitCount(ParticipantTrait.WOMEN, 3),
                  new TraitCount(ParticipantTrait.MEN, 3)));
      assertThatThrownBy(() -> held().attend(bothTooMany))
          .isInstanceOf(ActivityRules.TraitsExceedAttendees.class);
      var hoa = new MemberAttendance(HOA, ParticipantCategory.MEMBER);
      assertThatThrownBy(
              () -> held().attend(new Attendees(List.of(hoa, hoa), List.of(), List.of())))
          .isInstanceOfSatisfying(
              ActivityRules.AttendeeNamedTwice.class,
              e -> assertThat(e.pointer()).isEqualTo("/members/1"));
    }
  }

  @Nested
  class Reporting {

    @Test
    void counts_what_is_recommended_and_leaves_the_words_out_of_the_event() {
      var decision = held().report(report(2), TODAY);

      assertThat(decision.events())
          .isEqualTo(
              List.of(
                  new ActivityReported(
                      report(2).recommendations(),
                      REPORTED,
                      List.of(whole(REPORTED, ActivityMeasure.RECOMMENDATIONS, 2)))));
      assertThat(decision.state().report(report(2), TODAY).events()).isEmpty();
    }

    @Test
    void comes_after_the_last_day_and_not_ahead_of_time() {
      assertThatThrownBy(() -> planned().report(report(1), TODAY))
          .isInstanceOf(ActivityRules.ActivityNotHeld.class);
      assertThatThrownBy(() -> held().report(report(1, FIRST), TODAY))
          .isInstanceOf(ActivityRules.ReportedBeforeHeld.class);
      assertThatThrownBy(() -> held().report(report(1, TODAY.plusDays(1)), TODAY))
          .isInstanceOf(ActivityRules.ReportedInFuture.class);
      assertThatThrownBy(() -> reported(report(1)).correct(visit(FIRST, TODAY, BUDGET), TODAY))
          .isInstanceOf(ActivityRules.ReportedBeforeHeld.class);
    }

    @Test
    void says_when_a_recommendation_was_done() {
      // when
      var done = reported(report(2)).done(2, DONE, TODAY);
      var corrected = done.state().done(2, DONE.plusDays(1), TODAY);

      // then
      assertThat(done.events())
          .isEqualTo(
              List.of(
                  new RecommendationDone(
                      2, DONE, List.of(whole(DONE, ActivityMeasure.RECOMMENDATIONS_DONE, 1)))));
      assertThat(changes(corrected))
          .containsExactlyInAnyOrder(
              whole(DONE, ActivityMeasure.RECOMMENDATIONS_DONE, -1),
              whole(DONE.plusDays(1), ActivityMeasure.RECOMMENDATIONS_DONE, 1));
      assertThatThrownBy(() -> reported(report(2)).done(3, DONE, TODAY))
          .isInstanceOf(ActivityRules.RecommendationUnknown.class);
      assertThatThrownBy(() -> reported(report(2)).done(1, FIRST, TODAY))
          .isInstanceOf(ActivityRules.DoneBeforeHeld.class);
      assertThatThrownBy(() -> reported(report(2)).done(1, TODAY.plusDays(1), TODAY))
          .isInstanceOf(ActivityRules.DoneInFuture.class);
      assertThatThrownBy(() -> held().done(1, DONE, TODAY))
          .isInstanceOf(ActivityRules.ActivityNotReported.class);
    }

    @Test
    void again_keeps_what_was_done() {
      // given
      var done = reported(report(2)).done(2, DONE, TODAY).state();

      // then
      assertThat(done.report(report(2), TODAY).events()).isEmpty();
      assertThat(changes(done.report(report(3), TODAY)))
          .isEqualTo(List.of(whole(REPORTED, ActivityMeasure.RECOMMENDATIONS, 1)));
      assertThatThrownBy(() -> done.report(report(1), TODAY))
          .isInstanceOf(ActivityRules.RecommendationWasDone.class);
    }
  }

  @Nested
  class After_a_split {

    private static final UUID SUCCESSOR = UUID.randomUUID();

    private static final UUID OTHER = UUID.randomUUID();

    private static Function<Outline.Part, List<Split>> split(UUID unit) {
      var split = new Split(UUID.randomUUID(), TODAY, unit, Set.of(SUCCESSOR, OTHER));
      return part -> part.unit().equals(unit) ? List.of(split) : List.of();
    }

    @Test
    void what_was_assigned_wrongly_follows_the_last_word() {
      var wrong = held().assign(OTHER, split(DISTRICT), TODAY).state();

      var corrected = wrong.assign(SUCCESSOR, split(DISTRICT), TODAY).state();

      assertThat(corrected.outline().via()).containsExactly(SUCCESSOR);
    }

    @Test
    void it_follows_the_organisers_successor() {
      var decision = held().assign(SUCCESSOR, split(DISTRICT), TODAY);

      assertThat(decision.events().getFirst())
          .isInstanceOfSatisfying(
              ActivityAssigned.class,
              e -> {
                assertThat(e.splitUnitId()).isEqualTo(DISTRICT);
                assertThat(e.changes())
                    .filteredOn(change -> change.delta() > 0)
                    .extracting(
                        change -> change.place().via(), change -> change.place().targetVia())
                    .containsOnly(tuple(List.of(SUCCESSOR), List.of()));
              });
      assertThat(decision.state().assign(SUCCESSOR, split(DISTRICT), TODAY).events()).isEmpty();
    }

    @Test
    void it_follows_the_visited_units_successor() {
      var assigned = held().assign(SUCCESSOR, split(COMMUNE), TODAY).state();

      assertThat(assigned.outline().via()).isEmpty();
      assertThat(assigned.outline().targetVia()).containsExactly(SUCCESSOR);
      // and while the visited unit is the same, a correction keeps to it
      assertThat(assigned.correct(visit(FIRST, LAST, 1), TODAY).state().outline().targetVia())
          .containsExactly(SUCCESSOR);
      assertThat(
              assigned
                  .correct(visit(UUID.randomUUID(), FIRST, LAST, 1), TODAY)
                  .state()
                  .outline()
                  .targetVia())
          .isEmpty();
    }

    @Test
    void it_follows_nobody_else() {
      assertThatThrownBy(() -> held().assign(SUCCESSOR, split(UUID.randomUUID()), TODAY))
          .isInstanceOf(ActivityRules.NoSuccessorOfActivity.class);
    }
  }
}

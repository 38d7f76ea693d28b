package vn.sen.training.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sen.training.activity.ActivityMother.COMMUNE;
import static vn.sen.training.activity.ActivityMother.DISTRICT;
import static vn.sen.training.activity.ActivityMother.FIRST;
import static vn.sen.training.activity.ActivityMother.LAST;
import static vn.sen.training.activity.ActivityMother.REPORTED;
import static vn.sen.training.activity.ActivityMother.TODAY;
import static vn.sen.training.activity.ActivityMother.attendees;
import static vn.sen.training.activity.ActivityMother.planned;
import static vn.sen.training.activity.ActivityMother.report;
import static vn.sen.training.activity.ActivityMother.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.chassis.org.Split;
import vn.sen.events.training.ActivityCancellation;
import vn.sen.events.training.ActivityChange;
import vn.sen.events.training.ActivityEvent;
import vn.sen.events.training.ActivityMeasure;

class ActivityFiguresProperties {

  private static final UUID SUCCESSOR = UUID.randomUUID();

  private interface Act {
    Decision<Activity> on(Activity state);
  }

  @Provide
  Arbitrary<List<Act>> acts() {
    var days = Arbitraries.of(FIRST, LAST);
    Arbitrary<Act> attend =
        Combinators.combine(
                Arbitraries.integers().between(1, 5), Arbitraries.integers().between(1, 5))
            .as((men, women) -> state -> state.attend(attendees(men, women)));
    Arbitrary<Act> correct =
        Combinators.combine(days, Arbitraries.longs().between(0, 3))
            .as((to, budget) -> state -> state.correct(visit(FIRST, to, budget), TODAY));
    Arbitrary<Act> report =
        Arbitraries.integers()
            .between(0, 3)
            .map(recommendations -> state -> state.report(report(recommendations), TODAY));
    Arbitrary<Act> done =
        Combinators.combine(Arbitraries.of(1, 2, 3), Arbitraries.of(REPORTED, TODAY))
            .as((number, on) -> state -> state.done(number, on, TODAY));
    Arbitrary<Act> hold = days.map(to -> state -> state.hold(FIRST, to, TODAY));
    Arbitrary<Act> assign =
        Arbitraries.of(DISTRICT, COMMUNE)
            .map(
                split ->
                    state ->
                        state.assign(
                            SUCCESSOR,
                            part ->
                                part.unit().equals(split)
                                    ? List.of(new Split(SUCCESSOR, TODAY, split, Set.of(SUCCESSOR)))
                                    : List.of(),
                            TODAY));
    Arbitrary<Act> cancel =
        Arbitraries.of(ActivityCancellation.class).map(why -> state -> state.cancel(why, TODAY));
    return Arbitraries.frequencyOf(
            Tuple.of(4, hold),
            Tuple.of(4, attend),
            Tuple.of(3, correct),
            Tuple.of(4, report),
            Tuple.of(4, done),
            Tuple.of(2, assign),
            Tuple.of(1, cancel))
        .list()
        .ofMaxSize(20);
  }

  @Property(tries = 300)
  void what_events_add_is_what_the_activity_counts_for(@ForAll("acts") List<Act> acts) {
    // given
    var told = new ArrayList<ActivityChange>();
    var state = planned();
    for (var act : acts) {
      try {
        var decision = act.on(state);
        decision.events().forEach(event -> told.addAll(((ActivityEvent) event).changes()));
        state = decision.state();
      } catch (RuleViolation refused) {
        // what is refused adds nothing
      }
    }

    // then the sums are read off the state, without the figures that made the events
    var plan = state.outline().plan();
    int held = state.wasHeld() ? 1 : 0;
    assertThat(sum(told, ActivityMeasure.ACTIVITIES)).isEqualTo(held);
    assertThat(sum(told, ActivityMeasure.BUDGET)).isEqualTo(held * plan.budget());
    assertThat(sum(told, ActivityMeasure.TURNS)).isEqualTo(state.attendees().total());
    var recommendations = state.reported().map(Report::recommendations).orElse(List.of());
    assertThat(sum(told, ActivityMeasure.RECOMMENDATIONS)).isEqualTo(recommendations.size());
    assertThat(sum(told, ActivityMeasure.RECOMMENDATIONS_DONE))
        .isEqualTo(recommendations.stream().filter(one -> one.doneOn() != null).count());
    // and nothing is left on days and under units where it does not count any more
    var outline = state.outline();
    assertThat(ActivityFigures.between(planned(), state))
        .allMatch(change -> change.place().via().equals(outline.via()))
        .allMatch(change -> change.place().targetVia().equals(outline.targetVia()));
    assertThat(left(told))
        .containsExactlyInAnyOrderElementsOf(ActivityFigures.between(planned(), state));
  }

  private static long sum(List<ActivityChange> told, ActivityMeasure measure) {
    return told.stream()
        .filter(change -> change.measure() == measure)
        .mapToLong(ActivityChange::delta)
        .sum();
  }

  private static List<ActivityChange> left(List<ActivityChange> told) {
    return told.stream()
        .map(change -> new ActivityChange(change.date(), change.place(), change.measure(), 0))
        .distinct()
        .map(
            step ->
                new ActivityChange(
                    step.date(),
                    step.place(),
                    step.measure(),
                    told.stream()
                        .filter(
                            change ->
                                change.date().equals(step.date())
                                    && change.place().equals(step.place())
                                    && change.measure() == step.measure())
                        .mapToLong(ActivityChange::delta)
                        .sum()))
        .filter(change -> change.delta() != 0)
        .toList();
  }
}

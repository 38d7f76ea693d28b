package vn.sen.training.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.training.ActivityChange;
import vn.sen.events.training.ActivityMeasure;
import vn.sen.events.training.ActivityPlace;
import vn.sen.events.training.ParticipantCategory;
import vn.sen.events.training.ParticipantTrait;

/**
 * What an activity counts for, whole and from nothing. What an event adds is the difference of two
 * of these, so that no command has to know how its correction moves a figure.
 */
final class ActivityFigures {

  private record Step(LocalDate date, ActivityPlace place, ActivityMeasure measure) {}

  private final Map<Step, Long> sums = new LinkedHashMap<>();
  private final Outline outline;

  private ActivityFigures(Outline outline) {
    this.outline = outline;
  }

  /** The steps from one state to the next, none where they count for the same. */
  static List<ActivityChange> between(Activity before, Activity after) {
    var sums = new LinkedHashMap<Step, Long>();
    of(before).sums.forEach((step, count) -> sums.merge(step, -count, Math::addExact));
    of(after).sums.forEach((step, count) -> sums.merge(step, count, Math::addExact));
    var changes = new ArrayList<ActivityChange>();
    sums.forEach(
        (step, delta) -> {
          if (delta != 0) {
            changes.add(new ActivityChange(step.date(), step.place(), step.measure(), delta));
          }
        });
    return changes;
  }

  private static ActivityFigures of(Activity state) {
    var figures = new ActivityFigures(state.outline());
    if (state.wasHeld()) {
      var plan = state.outline().plan();
      var whole = figures.place(null, null, null);
      figures.count(plan.to(), whole, ActivityMeasure.ACTIVITIES, 1);
      figures.count(plan.to(), whole, ActivityMeasure.BUDGET, plan.budget());
      figures.count(state.attendees(), plan.to());
      state.reported().ifPresent(figures::count);
    }
    return figures;
  }

  private void count(Attendees attendees, LocalDate date) {
    for (var member : attendees.members()) {
      var turn = place(member.memberId(), member.category(), null);
      count(date, turn, ActivityMeasure.TURNS, 1);
    }
    for (var others : attendees.others()) {
      var turns = place(null, others.category(), null);
      count(date, turns, ActivityMeasure.TURNS, others.count());
    }
    for (var trait : attendees.traits()) {
      var turns = place(null, null, trait.trait());
      count(date, turns, ActivityMeasure.TRAIT_TURNS, trait.count());
    }
  }

  private void count(Report report) {
    var whole = place(null, null, null);
    for (var recommendation : report.recommendations()) {
      count(report.on(), whole, ActivityMeasure.RECOMMENDATIONS, 1);
      if (recommendation.doneOn() != null) {
        count(recommendation.doneOn(), whole, ActivityMeasure.RECOMMENDATIONS_DONE, 1);
      }
    }
  }

  private void count(LocalDate date, ActivityPlace place, ActivityMeasure measure, long count) {
    sums.merge(new Step(date, place, measure), count, Math::addExact);
  }

  private ActivityPlace place(
      @Nullable UUID person,
      @Nullable ParticipantCategory category,
      @Nullable ParticipantTrait trait) {
    var plan = outline.plan();
    return new ActivityPlace(
        plan.kind(),
        plan.unitId(),
        outline.via(),
        plan.targetUnitId(),
        outline.targetVia(),
        plan.programme(),
        plan.themeId(),
        person,
        category,
        trait);
  }
}

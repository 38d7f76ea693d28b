package vn.sen.training.trainingclass;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.training.ClassChange;
import vn.sen.events.training.ClassPlace;
import vn.sen.events.training.ParticipantCategory;
import vn.sen.events.training.TrainingMeasure;

/**
 * What a class counts for, whole and from nothing. What an event adds is the difference of two of
 * these, so that no command has to know how its correction moves a figure.
 */
final class ClassFigures {

  private record Step(LocalDate date, ClassPlace place, TrainingMeasure measure) {}

  private final Map<Step, Long> sums = new LinkedHashMap<>();

  private ClassFigures() {}

  /** The steps from one state to the next, none where they count for the same. */
  static List<ClassChange> between(TrainingClass before, TrainingClass after) {
    var old = of(before).sums;
    var now = of(after).sums;
    var changes = new ArrayList<ClassChange>();
    old.forEach((step, count) -> add(changes, step, now.getOrDefault(step, 0L) - count));
    now.forEach(
        (step, count) -> {
          if (!old.containsKey(step)) {
            add(changes, step, count);
          }
        });
    return changes;
  }

  private static void add(List<ClassChange> changes, Step step, long delta) {
    if (delta != 0) {
      changes.add(new ClassChange(step.date(), step.place(), step.measure(), delta));
    }
  }

  private static ClassFigures of(TrainingClass state) {
    var figures = new ClassFigures();
    var outline = state.outline();
    if (state.wasHeld()) {
      var organiser = place(outline, outline.plan().unitId(), outline.via(), null, null);
      figures.count(outline.end(), organiser, TrainingMeasure.CLASSES, 1);
      figures.count(outline.end(), organiser, TrainingMeasure.BUDGET, outline.plan().budget());
    }
    state.roll().seats().forEach(seat -> figures.count(outline, seat));
    return figures;
  }

  private void count(Outline outline, Seat seat) {
    var present = seat.present();
    if (present.isEmpty()) {
      return;
    }
    var enrolled = seat.enrolment();
    var own =
        place(outline, enrolled.unitId(), enrolled.via(), enrolled.personId(), enrolled.category());
    count(outline.session(present.getFirst()).date(), own, TrainingMeasure.TURNS, 1);
    for (int session : present) {
      count(outline.session(session).date(), own, TrainingMeasure.SESSION_TURNS, 1);
    }
    if (seat.passed()) {
      count(outline.end(), own, TrainingMeasure.PASSED, 1);
    }
  }

  private void count(LocalDate date, ClassPlace place, TrainingMeasure measure, long count) {
    sums.merge(new Step(date, place, measure), count, Math::addExact);
  }

  private static ClassPlace place(
      Outline outline,
      UUID unit,
      List<UUID> via,
      @Nullable UUID person,
      @Nullable ParticipantCategory category) {
    var plan = outline.plan();
    return new ClassPlace(
        plan.themeId(), plan.courseId(), unit, via, person, category, plan.programme());
  }
}

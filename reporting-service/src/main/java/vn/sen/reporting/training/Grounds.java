package vn.sen.reporting.training;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.training.TrainingMeasure;
import vn.sen.reporting.training.TrainingFact.Competent;
import vn.sen.reporting.training.TrainingFact.Planned;
import vn.sen.reporting.training.TrainingFact.Step;

/**
 * What people's training rests on, class by class: competencies that hold on a date and passes that
 * do not run out, and how often they took part.
 */
final class Grounds {

  private final TrainingSnapshot snapshot;
  private final @Nullable String competency;
  private final @Nullable UUID theme;
  private final LocalDate asOf;

  Grounds(TrainingSnapshot snapshot, CoverageQuery query, CoverageMeant meant) {
    this.snapshot = snapshot;
    this.competency = query.competency();
    this.theme = meant.theme();
    this.asOf = query.asOf();
  }

  private boolean isNothingAskedFor() {
    return competency == null && theme == null;
  }

  /** How many words, and passes, make each of some people trained, by their classes. */
  Map<Integer, Map<UUID, Long>> trained(Set<Integer> people) {
    var found = new HashMap<Integer, Map<UUID, Long>>();
    if (isNothingAskedFor()) {
      return found;
    }
    for (int person : people) {
      for (var word : snapshot.competences().getOrDefault(person, Competences.NOTHING).told()) {
        if (holds(word)) {
          add(found, person, word.classId(), 1);
        }
      }
    }
    count(people, TrainingMeasure.PASSED, found);
    return found;
  }

  /** How often each of some people took part, by classes. */
  Map<Integer, Map<UUID, Long>> turns(Set<Integer> people) {
    var found = new HashMap<Integer, Map<UUID, Long>>();
    if (!isNothingAskedFor()) {
      count(people, TrainingMeasure.TURNS, found);
    }
    return found;
  }

  private void count(
      Set<Integer> people, TrainingMeasure measure, Map<Integer, Map<UUID, Long>> found) {
    snapshot
        .classes()
        .forEach(
            (id, figures) -> {
              if (counts(figures.plan(), measure)) {
                for (var part : figures.parts()) {
                  long steps = part.steps().upTo(measure, asOf);
                  if (steps != 0 && people.contains(part.spot().person())) {
                    add(found, part.spot().person(), id, steps);
                  }
                }
              }
            });
  }

  private static void add(
      Map<Integer, Map<UUID, Long>> found, int person, UUID classId, long count) {
    found.computeIfAbsent(person, _ -> new HashMap<>()).merge(classId, count, Long::sum);
  }

  private boolean holds(Competent word) {
    boolean lasts = word.until() == null || !word.until().isBefore(asOf);
    return word.gained()
        && lasts
        && !word.from().isAfter(asOf)
        && (competency == null || competency.equals(word.competency()))
        && isOnTheme(plan(word.classId()));
  }

  private @Nullable Planned plan(UUID classId) {
    var figures = snapshot.classes().get(classId);
    return figures == null ? null : figures.plan();
  }

  private boolean isOnTheme(@Nullable Planned plan) {
    return theme == null || plan != null && theme.equals(plan.theme());
  }

  /** Passes count where a class gives no competency and none is asked for. */
  private boolean counts(@Nullable Planned plan, TrainingMeasure measure) {
    if (plan == null || !isOnTheme(plan)) {
      return false;
    }
    return measure == TrainingMeasure.PASSED
        ? competency == null && plan.competency() == null
        : competency == null || competency.equals(plan.competency());
  }

  /** Whether a fact is among what made somebody trained in a class. */
  boolean trained(TrainingFact fact, UUID person, UUID classId) {
    return switch (fact) {
      case Competent word ->
          word.person().equals(person)
              && word.classId().equals(classId)
              && holds(word)
              && isLastWord(word);
      case Step step -> isStep(step, TrainingMeasure.PASSED, person, classId);
      default -> false;
    };
  }

  private boolean isLastWord(Competent word) {
    int number = snapshot.people().indexOf(word.person());
    return word.equals(
        snapshot.competences().getOrDefault(number, Competences.NOTHING).about(word));
  }

  /** Whether a fact is among somebody's turns in a class. */
  boolean took(TrainingFact fact, UUID person, UUID classId) {
    return fact instanceof Step step && isStep(step, TrainingMeasure.TURNS, person, classId);
  }

  private boolean isStep(Step step, TrainingMeasure measure, UUID person, UUID classId) {
    return step.measure() == measure
        && step.classId().equals(classId)
        && person.equals(step.place().personId())
        && !step.date().isAfter(asOf)
        && counts(plan(classId), measure);
  }
}

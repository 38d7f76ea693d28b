package vn.sen.reporting.training;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.training.TrainingMeasure;
import vn.sen.reporting.training.TrainingFact.Competent;
import vn.sen.reporting.training.TrainingFact.Planned;

/**
 * Who is trained on a date, by number, and how often people took part until then.
 *
 * <p>Somebody is trained while a competency holds that a class gave her: the one asked for, or any
 * from a class on the theme asked for. Where only a theme is asked for, she is also trained once
 * she has passed a class on it that gives no competency: such a pass does not run out.
 */
final class Trained {

  private final TrainingSnapshot snapshot;
  private final @Nullable String competency;
  private final @Nullable UUID theme;
  private final LocalDate asOf;
  private final BitSet people = new BitSet();
  private final int[] turns;

  /**
   * Finds them.
   *
   * @param competency the code of the one asked for; null for any
   * @param theme the one asked for; null for any
   */
  Trained(
      TrainingSnapshot snapshot,
      @Nullable String competency,
      @Nullable UUID theme,
      LocalDate asOf) {
    this.snapshot = snapshot;
    this.competency = competency;
    this.theme = theme;
    this.asOf = asOf;
    this.turns = new int[snapshot.people().size()];
    snapshot.competences().forEach(this::add);
    snapshot.classes().values().forEach(this::add);
  }

  private void add(int person, Competences competences) {
    if (competences.anyOn(asOf, this::isMeant)) {
      people.set(person);
    }
  }

  private boolean isMeant(Competent one) {
    if (competency != null && !competency.equals(one.competency())) {
      return false;
    }
    var figures = snapshot.classes().get(one.classId());
    return theme == null || figures != null && isOnTheme(figures.plan());
  }

  private boolean isOnTheme(@Nullable Planned plan) {
    return plan != null && (theme == null || theme.equals(plan.theme()));
  }

  private void add(ClassFigures figures) {
    var plan = figures.plan();
    if (plan == null || !isOnTheme(plan)) {
      return;
    }
    boolean counts = competency == null || competency.equals(plan.competency());
    boolean passIsEnough = competency == null && plan.competency() == null;
    for (var part : figures.parts()) {
      int person = part.spot().person();
      if (person != ClassPart.NONE && counts) {
        turns[person] += (int) part.steps().upTo(TrainingMeasure.TURNS, asOf);
        if (passIsEnough && part.steps().upTo(TrainingMeasure.PASSED, asOf) > 0) {
          people.set(person);
        }
      }
    }
  }

  boolean has(int person) {
    return people.get(person);
  }

  int turns(int person) {
    return turns[person];
  }
}

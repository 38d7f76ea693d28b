package vn.sen.reporting.training;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import vn.sen.reporting.reading.Territory;
import vn.sen.reporting.reading.Unit;
import vn.sen.reporting.training.TrainingFact.Register;
import vn.sen.reporting.training.TrainingPart.ClassOf;

/** Says which classes are meant, as everything was called on a day. */
record ClassNames(TrainingSnapshot snapshot, Territory territory, LocalDate day) {

  /**
   * A class.
   *
   * @param part by which the events behind it are asked for
   */
  ClassOf of(UUID id, String part) {
    var figures = snapshot.classes().getOrDefault(id, ClassFigures.NOTHING);
    var plan = figures.plan();
    if (plan == null) {
      return new ClassOf(part, id, null, null, null, null);
    }
    return new ClassOf(
        part,
        id,
        snapshot.labelled(Register.THEME, plan.theme(), day),
        snapshot.labelled(Register.COURSE, plan.course(), day),
        plan.programme(),
        organiser(figures).orElse(null));
  }

  private Optional<Unit> organiser(ClassFigures figures) {
    return Optional.ofNullable(figures.own())
        .map(spot -> territory.place(snapshot.leaves().get(spot.leaf())))
        .filter(place -> !place.above().isEmpty())
        .map(place -> Unit.of(place.above().getFirst(), territory.day()));
  }
}

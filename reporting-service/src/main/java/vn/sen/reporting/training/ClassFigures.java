package vn.sen.reporting.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sen.events.training.ClassPlace;
import vn.sen.events.training.TrainingMeasure;
import vn.sen.reporting.reading.DatedSteps;
import vn.sen.reporting.training.ClassPart.Spot;
import vn.sen.reporting.training.TrainingFact.Assigned;
import vn.sen.reporting.training.TrainingFact.Planned;
import vn.sen.reporting.training.TrainingFact.Session;

/**
 * The figures of one class over all time. Immutable.
 *
 * @param parts of its participants and of itself, each at its place
 * @param plan what it is as a whole; null while only other news of it is here
 * @param assigned the successors of its organiser that it follows, oldest word first
 * @param present how many people were at its sessions
 * @param own where the class as a whole counts; null while there is no plan
 */
record ClassFigures(
    List<ClassPart> parts,
    @Nullable Planned plan,
    List<Assigned> assigned,
    Map<Session, Long> present,
    @Nullable Spot own) {

  static final ClassFigures NOTHING = new ClassFigures(List.of(), null, List.of(), Map.of(), null);

  ClassFigures plus(Spot spot, TrainingMeasure measure, LocalDate date, long delta) {
    var changed = new ArrayList<>(parts);
    int at = 0;
    while (at < changed.size() && !changed.get(at).spot().equals(spot)) {
      at++;
    }
    if (at == changed.size()) {
      changed.add(new ClassPart(spot, DatedSteps.NONE));
    }
    changed.set(at, new ClassPart(spot, changed.get(at).steps().plus(measure, date, delta)));
    return new ClassFigures(List.copyOf(changed), plan, assigned, present, own);
  }

  /** With a plan; of several the one told last counts. */
  ClassFigures planned(Planned told, Function<ClassPlace, Spot> spots) {
    var last = plan == null || told.sequence() > plan.sequence() ? told : plan;
    return new ClassFigures(parts, last, assigned, present, spot(last, assigned, spots));
  }

  ClassFigures assigned(Assigned told, Function<ClassPlace, Spot> spots) {
    var all =
        Stream.concat(assigned.stream(), Stream.of(told))
            .sorted(Comparator.comparing(Assigned::sequence))
            .toList();
    return new ClassFigures(parts, plan, all, present, spot(plan, all, spots));
  }

  private static @Nullable Spot spot(
      @Nullable Planned plan, List<Assigned> assigned, Function<ClassPlace, Spot> spots) {
    var via = assigned.stream().map(Assigned::successor).toList();
    return plan == null
        ? null
        : spots.apply(
            new ClassPlace(
                plan.theme(), plan.course(), plan.unit(), via, null, null, plan.programme()));
  }

  /** With more people at a session, or fewer. */
  ClassFigures present(Session session, long people) {
    var more = new HashMap<>(present);
    more.merge(session, people, Long::sum);
    return new ClassFigures(parts, plan, assigned, Map.copyOf(more), own);
  }

  /** The days of the sessions that took place: at which somebody was present. */
  Stream<LocalDate> sessionDays() {
    return present.entrySet().stream().filter(e -> e.getValue() > 0).map(e -> e.getKey().date());
  }

  /**
   * Where somebody counts who passed or, where nobody says so any more, took part; else where the
   * class does. Null while nothing is known.
   */
  @Nullable Spot spotOf(int person) {
    for (var measure : List.of(TrainingMeasure.PASSED, TrainingMeasure.TURNS)) {
      for (var part : parts) {
        if (part.spot().person() == person && part.steps().upTo(measure, LocalDate.MAX) > 0) {
          return part.spot();
        }
      }
    }
    return own;
  }
}

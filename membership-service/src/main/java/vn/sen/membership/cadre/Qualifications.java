package vn.sen.membership.cadre;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.events.membership.CadreEvent.CadreForgotten;
import vn.sen.events.membership.CadreEvent.ProfessionStated;
import vn.sen.events.membership.CadreEvent.TheoryStated;
import vn.sen.events.membership.ProfessionalLevel;
import vn.sen.events.membership.TheoryLevel;

/**
 * What a member is qualified for, as her officers stated it. What she was trained for, classes say:
 * {@link Competencies}.
 *
 * @param theory by first day
 * @param professional by first day
 */
record Qualifications(List<Theory> theory, List<Profession> professional) {

  /**
   * A level of political theory from a day on.
   *
   * @param level null where she has none, after all
   */
  record Theory(@Nullable TheoryLevel level, LocalDate from) {}

  /**
   * A professional level from a day on.
   *
   * @param level null where she has none, after all
   */
  record Profession(@Nullable ProfessionalLevel level, LocalDate from) {}

  /** What is stated has been reached. */
  static final class LevelInTheFuture extends RuleViolation {
    LevelInTheFuture() {
      super("/from");
    }
  }

  Qualifications {
    theory = theory.stream().sorted(Comparator.comparing(Theory::from)).toList();
    professional = professional.stream().sorted(Comparator.comparing(Profession::from)).toList();
  }

  /** Nothing was stated. */
  static Qualifications none() {
    return new Qualifications(List.of(), List.of());
  }

  Decision<Qualifications> state(UUID person, Theory stated, LocalDate today) {
    requirePast(stated.from(), today);
    return theory.contains(stated)
        ? Decision.nothing(this)
        : Decision.of(
            new Qualifications(
                with(theory, stated, t -> t.from().equals(stated.from())), professional),
            new TheoryStated(person, stated.level(), stated.from()));
  }

  Decision<Qualifications> state(UUID person, Profession stated, LocalDate today) {
    requirePast(stated.from(), today);
    return professional.contains(stated)
        ? Decision.nothing(this)
        : Decision.of(
            new Qualifications(
                theory, with(professional, stated, p -> p.from().equals(stated.from()))),
            new ProfessionStated(person, stated.level(), stated.from()));
  }

  /** Her data was erased. */
  Decision<Qualifications> forget(UUID person, LocalDate on) {
    return equals(none())
        ? Decision.nothing(this)
        : Decision.of(none(), new CadreForgotten(person, on));
  }

  @Nullable TheoryLevel theoryOn(LocalDate day) {
    return theory.reversed().stream()
        .filter(t -> !t.from().isAfter(day))
        .findFirst()
        .map(Theory::level)
        .orElse(null);
  }

  @Nullable ProfessionalLevel professionalOn(LocalDate day) {
    return professional.reversed().stream()
        .filter(p -> !p.from().isAfter(day))
        .findFirst()
        .map(Profession::level)
        .orElse(null);
  }

  private static void requirePast(LocalDate day, LocalDate today) {
    if (day.isAfter(today)) {
      throw new LevelInTheFuture();
    }
  }

  private static <T> List<T> with(List<T> list, T added, Predicate<T> replaced) {
    var all = new ArrayList<>(list);
    all.removeIf(replaced);
    all.add(added);
    return all;
  }
}

package vn.sen.reporting.training;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.events.membership.UnitLevel;
import vn.sen.reporting.reading.DatedSteps;
import vn.sen.reporting.reading.DatedVersions;
import vn.sen.reporting.reading.Facts;
import vn.sen.reporting.reading.Labelled;
import vn.sen.reporting.reading.Leaf;
import vn.sen.reporting.training.TrainingFact.Register;

/**
 * All figures at one point of the log. Immutable, shared by all readers.
 *
 * @param leaves by number, like themes, courses and programmes
 * @param people by number
 * @param posts who holds which post: 1 on the days on which she does
 * @param competences by person
 * @param spoken the codes of competencies that are taught or demanded
 * @param retired titles by their first day without seats
 */
record TrainingSnapshot(
    List<Leaf> leaves,
    List<UUID> themes,
    List<UUID> courses,
    List<String> programmes,
    List<UUID> people,
    Map<UUID, ClassFigures> classes,
    Map<UUID, Certificate> certificates,
    Map<Post, DatedSteps> posts,
    Map<Integer, Competences> competences,
    Map<Registered, String> codes,
    Map<Registered, Facts<String>> names,
    Set<String> spoken,
    Map<TitleAt, Facts<Integer>> seats,
    Map<UUID, LocalDate> retired,
    DatedVersions versions,
    ViewPosition position) {

  /** A theme, a course or a title. */
  record Registered(Register register, UUID id) {}

  /** A title at the units of a level. */
  record TitleAt(UUID title, UnitLevel level) {}

  /** How many hold a title at each unit of a level on a day. */
  int seatsOn(TitleAt title, LocalDate day) {
    var end = retired.get(title.title());
    return end != null && !day.isBefore(end)
        ? 0
        : seats.getOrDefault(title, Facts.none()).standingOn(day).orElse(0);
  }

  /** A code with the name borne on a day; nulls where they are not known yet. */
  Labelled labelled(Register register, UUID id, LocalDate day) {
    var key = new Registered(register, id);
    var called = names.getOrDefault(key, Facts.none());
    return new Labelled(id, codes.get(key), called.standingOn(day).or(called::first).orElse(null));
  }

  /** What bears a code, or an id where something is registered under it. */
  Optional<UUID> find(Register register, String codeOrId) {
    return codes.entrySet().stream()
        .filter(e -> e.getKey().register() == register)
        .filter(e -> e.getValue().equals(codeOrId) || e.getKey().id().toString().equals(codeOrId))
        .map(e -> e.getKey().id())
        .findFirst();
  }
}

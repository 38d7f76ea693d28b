package vn.sen.training.competency;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.Decision;
import vn.sen.events.training.CompetencyEvent;
import vn.sen.events.training.CompetencyEvent.CompetencyGained;
import vn.sen.events.training.CompetencyEvent.CompetencyWithdrawn;

/**
 * What one person is competent in.
 *
 * @param personId whose record it is
 * @param gains one for each class that gave a competency, in the order in which they were told
 */
record CompetencyRecord(UUID personId, List<Gain> gains) {

  /**
   * A competency from one class.
   *
   * @param until the last day; null for ever
   */
  record Gain(String competency, LocalDate from, @Nullable LocalDate until, UUID classId) {

    /** Whether it holds on a day. */
    boolean holdsOn(LocalDate day) {
      return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
  }

  CompetencyRecord {
    gains = List.copyOf(gains);
  }

  static CompetencyRecord empty(UUID person) {
    return new CompetencyRecord(person, List.of());
  }

  /**
   * What a class gives her, and nothing else from it.
   *
   * @param gained null where it gives her nothing: she did not pass, or its course gives none
   */
  Decision<CompetencyRecord> from(UUID classId, @Nullable Gain gained) {
    var before = gains.stream().filter(gain -> gain.classId().equals(classId)).toList();
    if (gained == null ? before.isEmpty() : before.equals(List.of(gained))) {
      return Decision.nothing(this);
    }
    var all = new ArrayList<>(gains);
    all.removeAll(before);
    var events = new ArrayList<CompetencyEvent>();
    for (var gain : before) {
      if (gained == null || !gain.competency().equals(gained.competency())) {
        events.add(new CompetencyWithdrawn(personId, gain.competency(), gain.from(), classId));
      }
    }
    if (gained != null) {
      all.add(gained);
      events.add(
          new CompetencyGained(
              personId, gained.competency(), gained.from(), gained.until(), classId));
    }
    return new Decision<>(new CompetencyRecord(personId, all), events);
  }
}

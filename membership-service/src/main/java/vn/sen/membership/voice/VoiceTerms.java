package vn.sen.membership.voice;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import vn.sen.events.membership.VoiceKind;

/**
 * What the Union has laid down about voices: how soon they are answered, and by which subject areas
 * they are sorted.
 *
 * @param deadlines all there have been
 */
record VoiceTerms(List<Deadline> deadlines, List<Subject> subjects) {

  /**
   * How soon voices of a kind are answered.
   *
   * @param from the first day it is in force, until the next one of the same kind
   * @param days so many days after the day it was raised, or reopened
   * @param source where it is written
   */
  record Deadline(VoiceKind kind, LocalDate from, int days, String source) {}

  /**
   * A subject area.
   *
   * @param name for people to read
   */
  record Subject(String code, String name) {}

  VoiceTerms {
    deadlines = List.copyOf(deadlines);
    subjects = List.copyOf(subjects);
  }

  /**
   * The last day for an answer.
   *
   * @throws VoiceRules.NoVoiceDeadlineThen if no rule was in force
   */
  LocalDate dueOn(VoiceKind kind, LocalDate from) {
    return deadlines.stream()
        .filter(d -> d.kind() == kind && !d.from().isAfter(from))
        .max(Comparator.comparing(Deadline::from))
        .map(d -> from.plusDays(d.days()))
        .orElseThrow(() -> new VoiceRules.NoVoiceDeadlineThen(from));
  }

  /**
   * @throws VoiceRules.SubjectUnknown if there is no such subject area
   */
  void requireSubject(String code) {
    if (subjects.stream().noneMatch(subject -> subject.code().equals(code))) {
      throw new VoiceRules.SubjectUnknown();
    }
  }
}

package vn.sen.reporting.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.sen.reporting.training.TrainingFact.Competent;

/** What one person is competent in: for each class and competency what was told last. Immutable. */
record Competences(List<Competent> told) {

  static final Competences NOTHING = new Competences(List.of());

  Competences {
    told = List.copyOf(told);
  }

  /** With one more word; one that was told earlier than what is here changes nothing. */
  Competences plus(Competent word) {
    var before = about(word);
    if (before != null && before.sequence() > word.sequence()) {
      return this;
    }
    var changed = new ArrayList<>(told);
    changed.removeIf(one -> one.equals(before));
    changed.add(word);
    return new Competences(changed);
  }

  /** What is said of the same class and competency; null if nothing is. */
  @Nullable Competent about(Competent word) {
    for (var one : told) {
      if (one.classId().equals(word.classId()) && one.competency().equals(word.competency())) {
        return one;
      }
    }
    return null;
  }

  /** Whether she has one of the competencies meant on a day. */
  boolean anyOn(LocalDate day, Predicate<Competent> meant) {
    for (var one : told) {
      boolean valid =
          one.gained()
              && !one.from().isAfter(day)
              && (one.until() == null || !one.until().isBefore(day));
      if (valid && meant.test(one)) {
        return true;
      }
    }
    return false;
  }
}

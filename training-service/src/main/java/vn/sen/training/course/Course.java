package vn.sen.training.course;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.Decision;
import vn.sen.events.training.CourseEvent.CourseIntroduced;
import vn.sen.events.training.CourseEvent.CourseRetired;
import vn.sen.events.training.CourseEvent.CourseRevised;
import vn.sen.events.training.CourseLevel;

/**
 * A course.
 *
 * @param code unique for ever
 * @param editions what it was from which day on, the oldest first, never empty
 * @param retiredOn the first day on which no class of it can begin; null while they can
 */
public record Course(
    String code, UUID themeId, List<Edition> editions, @Nullable LocalDate retiredOn) {

  /**
   * What the course is from a day on.
   *
   * @param name in Vietnamese
   * @param hours of teaching
   * @param audience whom it is for, in words
   * @param competency the code of what those who pass are competent in, or null
   * @param validMonths how long the competency lasts; null for ever
   */
  public record Edition(
      String name,
      int hours,
      String audience,
      CourseLevel level,
      @Nullable String competency,
      @Nullable Integer validMonths,
      LocalDate from) {}

  public Course {
    editions = List.copyOf(editions);
  }

  static Decision<Course> introduce(String code, UUID themeId, Edition first) {
    requireSense(first);
    return Decision.of(
        new Course(code, themeId, List.of(first), null),
        new CourseIntroduced(
            code,
            themeId,
            first.name(),
            first.hours(),
            first.audience(),
            first.level(),
            first.competency(),
            first.validMonths(),
            first.from()));
  }

  /** From a day on it is another one; said again for the day, the edition is replaced. */
  Decision<Course> revise(Edition edition) {
    requireSense(edition);
    if (editions.contains(edition)) {
      return Decision.nothing(this);
    }
    var begin = editions.getFirst().from();
    if (edition.from().isBefore(begin)) {
      throw new CourseRules.RevisedBeforeStart(begin);
    }
    var all = new ArrayList<>(editions);
    all.removeIf(known -> known.from().equals(edition.from()));
    all.add(edition);
    all.sort(Comparator.comparing(Edition::from));
    return Decision.of(
        new Course(code, themeId, all, retiredOn),
        new CourseRevised(
            edition.name(),
            edition.hours(),
            edition.audience(),
            edition.level(),
            edition.competency(),
            edition.validMonths(),
            edition.from()));
  }

  Decision<Course> retire(LocalDate on) {
    if (on.equals(retiredOn)) {
      return Decision.nothing(this);
    }
    if (retiredOn != null) {
      throw new CourseRules.CourseAlreadyRetired(retiredOn);
    }
    if (!on.isAfter(editions.getFirst().from())) {
      throw new CourseRules.CourseRetiredBeforeStart(editions.getFirst().from());
    }
    return Decision.of(new Course(code, themeId, editions, on), new CourseRetired(on));
  }

  private static void requireSense(Edition edition) {
    if (edition.validMonths() != null && edition.competency() == null) {
      throw new CourseRules.LastsWithoutCompetency();
    }
  }

  /** What it is on a day; before its first day what it was first. */
  public Edition on(LocalDate day) {
    return editions.reversed().stream()
        .filter(edition -> !edition.from().isAfter(day))
        .findFirst()
        .orElse(editions.getFirst());
  }

  /** Whether a class of it can begin on a day. */
  public boolean isHeldOn(LocalDate day) {
    return !day.isBefore(editions.getFirst().from())
        && (retiredOn == null || day.isBefore(retiredOn));
  }
}

package vn.sen.events.training;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventName;

/** What happens to one course: what is taught in classes, however often. */
public sealed interface CourseEvent extends DomainEvent {

  /**
   * Classes can be held of the course from a day on.
   *
   * @param code short and unique for ever, also after the course was retired
   * @param themeId the theme it belongs to for good
   * @param name in Vietnamese
   * @param hours of teaching
   * @param audience whom it is for, in words
   * @param competency the code of what those who pass are competent in, or null
   * @param validMonths how long the competency lasts; null for ever
   */
  @EventName("training.course.introduced.v1")
  record CourseIntroduced(
      String code,
      UUID themeId,
      String name,
      int hours,
      String audience,
      CourseLevel level,
      @Nullable String competency,
      @Nullable Integer validMonths,
      LocalDate from)
      implements CourseEvent {
    @Override
    public LocalDate effectiveDate() {
      return from;
    }
  }

  /**
   * From a day on the course is another one under the same code; classes that began before stay
   * what they were.
   *
   * @param name in Vietnamese
   * @param hours of teaching
   * @param audience whom it is for, in words
   * @param competency the code of what those who pass are competent in, or null
   * @param validMonths how long the competency lasts; null for ever
   */
  @EventName("training.course.revised.v1")
  record CourseRevised(
      String name,
      int hours,
      String audience,
      CourseLevel level,
      @Nullable String competency,
      @Nullable Integer validMonths,
      LocalDate from)
      implements CourseEvent {
    @Override
    public LocalDate effectiveDate() {
      return from;
    }
  }

  /**
   * No more classes are held of the course; those that were still count.
   *
   * @param on the first day without it
   */
  @EventName("training.course.retired.v1")
  record CourseRetired(LocalDate on) implements CourseEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }
}

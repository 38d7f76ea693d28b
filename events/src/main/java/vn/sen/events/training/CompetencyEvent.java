package vn.sen.events.training;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventName;

/**
 * What one person is competent in. The aggregate, and so the record's key, is the person: a member
 * of the Union, or a participant whom only training knows.
 */
public sealed interface CompetencyEvent extends DomainEvent {

  /** Whose competency it is; the aggregate's own id. */
  UUID personId();

  /** Its code. */
  String competency();

  /** The class in which it was gained. */
  UUID classId();

  /**
   * A class was passed that gives a competency. She may have it from another class as well; each
   * stands by itself. Told again for the same class and competency, the days of the later event
   * hold.
   *
   * @param personId whose it is; the aggregate's own id
   * @param competency its code
   * @param from the first day
   * @param until the last day; null for ever
   * @param classId the class in which it was gained
   */
  @EventName("training.competency.gained.v1")
  record CompetencyGained(
      UUID personId, String competency, LocalDate from, @Nullable LocalDate until, UUID classId)
      implements CompetencyEvent {
    @Override
    public LocalDate effectiveDate() {
      return from;
    }
  }

  /**
   * What a class was said to give, it did not: the result was corrected. She never had it from this
   * class.
   *
   * @param personId whose it was; the aggregate's own id
   * @param competency its code
   * @param from the first day of what is taken back
   * @param classId the class in which it had been gained
   */
  @EventName("training.competency.withdrawn.v1")
  record CompetencyWithdrawn(UUID personId, String competency, LocalDate from, UUID classId)
      implements CompetencyEvent {
    @Override
    public LocalDate effectiveDate() {
      return from;
    }
  }
}

package vn.sen.events.training;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventName;

/** What happens to one training plan: whom a unit has to train in a year, and whom it has. */
public sealed interface PlanEvent extends DomainEvent {

  /** The business date. */
  LocalDate on();

  @Override
  default LocalDate effectiveDate() {
    return on();
  }

  /**
   * The needs of a unit were counted for a year.
   *
   * @param unitId the unit, with everything below it
   * @param year the year of the plan
   * @param needs what is lacking, by title and competency
   * @param on the day on which they were counted
   */
  @EventName("training.plan.drawn-up.v1")
  record PlanDrawnUp(UUID unitId, int year, List<PlanNeed> needs, LocalDate on)
      implements PlanEvent {
    public PlanDrawnUp {
      needs = orEmpty(needs);
    }
  }

  /**
   * The needs were counted again: people come and go. What was met stays met.
   *
   * @param needs what is lacking now, in the place of what was lacking before
   * @param on the day on which they were counted
   */
  @EventName("training.plan.recounted.v1")
  record NeedsRecounted(List<PlanNeed> needs, LocalDate on) implements PlanEvent {
    public NeedsRecounted {
      needs = orEmpty(needs);
    }
  }

  /**
   * Somebody whom the plan names has the competency now.
   *
   * @param lineId the line
   * @param personId who has it
   * @param classId the class in which she gained it
   * @param on the first day of the competency
   */
  @EventName("training.plan.need-met.v1")
  record NeedMet(UUID lineId, UUID personId, UUID classId, LocalDate on) implements PlanEvent {}

  /**
   * She does not have it, after all: the result of the class was corrected.
   *
   * @param lineId the line
   * @param personId who lacks it again
   * @param classId the class that was said to give it
   * @param on the first day of what was taken back
   */
  @EventName("training.plan.need-reopened.v1")
  record NeedReopened(UUID lineId, UUID personId, UUID classId, LocalDate on)
      implements PlanEvent {}

  private static List<PlanNeed> orEmpty(@Nullable List<PlanNeed> needs) {
    return needs == null ? List.of() : List.copyOf(needs);
  }
}

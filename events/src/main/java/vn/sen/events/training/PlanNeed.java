package vn.sen.events.training;

import java.util.List;
import java.util.UUID;

/**
 * One line of a training plan: who holds a title that demands a competency, and lacks it.
 *
 * @param lineId by which classes name it; the same for a title and competency whenever it is
 *     counted
 * @param titleId the title whose standard demands it
 * @param competency the code of what is lacking
 * @param people who lack it
 */
public record PlanNeed(UUID lineId, UUID titleId, String competency, List<UUID> people) {

  public PlanNeed {
    people = people == null ? List.of() : List.copyOf(people);
  }
}

package vn.sen.events.training;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventName;

/**
 * What happens to one activity: a communication event, a dialogue, an inspection, a visit. It is
 * planned, held and reported, or cancelled. Where it is held, what came of it and what it
 * recommends stay, as words, in the training service.
 */
public sealed interface ActivityEvent extends DomainEvent {

  /** The business date. */
  LocalDate on();

  /** What the event adds to the figures; empty where it moves none. */
  default List<ActivityChange> changes() {
    return List.of();
  }

  @Override
  default LocalDate effectiveDate() {
    return on();
  }

  /**
   * The activity is planned.
   *
   * @param plan what it is to be
   * @param on the day on which it was planned
   */
  @EventName("training.activity.planned.v1")
  record ActivityPlanned(ActivityPlan plan, LocalDate on) implements ActivityEvent {}

  /**
   * The activity is, or was, another one from the beginning: it was put off, its budget corrected.
   *
   * @param plan what it is now
   */
  @EventName("training.activity.corrected.v1")
  record ActivityCorrected(ActivityPlan plan, LocalDate on, List<ActivityChange> changes)
      implements ActivityEvent {
    public ActivityCorrected {
      changes = orEmpty(changes);
    }
  }

  /**
   * The activity was held.
   *
   * @param from its first day
   * @param on its last day
   */
  @EventName("training.activity.held.v1")
  record ActivityHeld(LocalDate from, LocalDate on, List<ActivityChange> changes)
      implements ActivityEvent {
    public ActivityHeld {
      changes = orEmpty(changes);
    }
  }

  /**
   * Who came; what was said before is replaced.
   *
   * @param members members of the Union, by id
   * @param others people of whom only the number is known, by category
   * @param traits of all these, how many have which trait
   * @param on the activity's last day
   */
  @EventName("training.activity.participants-stated.v1")
  record ActivityParticipantsStated(
      List<MemberAttendance> members,
      List<CategoryCount> others,
      List<TraitCount> traits,
      LocalDate on,
      List<ActivityChange> changes)
      implements ActivityEvent {
    public ActivityParticipantsStated {
      members = orEmpty(members);
      others = orEmpty(others);
      traits = orEmpty(traits);
      changes = orEmpty(changes);
    }
  }

  /**
   * What came of the activity was reported; reported again, it replaces what was said.
   *
   * @param recommendations all that it recommends
   * @param on the day of the report
   */
  @EventName("training.activity.reported.v1")
  record ActivityReported(
      List<Recommendation> recommendations, LocalDate on, List<ActivityChange> changes)
      implements ActivityEvent {
    public ActivityReported {
      recommendations = orEmpty(recommendations);
      changes = orEmpty(changes);
    }
  }

  /**
   * A recommendation was done; told again, the day is corrected.
   *
   * @param number of the recommendation
   * @param on the day it was done
   */
  @EventName("training.activity.recommendation-done.v1")
  record RecommendationDone(int number, LocalDate on, List<ActivityChange> changes)
      implements ActivityEvent {
    public RecommendationDone {
      changes = orEmpty(changes);
    }
  }

  /**
   * Of the successors of a unit that was split, the activity follows this one.
   *
   * @param splitUnitId the organiser or the visited unit, or the successor it followed before
   * @param successorId the unit it follows
   */
  @EventName("training.activity.assigned.v1")
  record ActivityAssigned(
      UUID splitUnitId, UUID successorId, LocalDate on, List<ActivityChange> changes)
      implements ActivityEvent {
    public ActivityAssigned {
      changes = orEmpty(changes);
    }
  }

  /**
   * The activity is not held, or never was: it counts no more.
   *
   * @param reason why
   */
  @EventName("training.activity.cancelled.v1")
  record ActivityCancelled(ActivityCancellation reason, LocalDate on, List<ActivityChange> changes)
      implements ActivityEvent {
    public ActivityCancelled {
      changes = orEmpty(changes);
    }
  }

  /** Empty lists are absent on the wire. */
  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}

package vn.sen.events.training;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventName;

/**
 * What happens to one class. It is planned, open for enrolment, held and closed, or cancelled
 * before anybody attended. Amounts are whole đồng.
 */
public sealed interface ClassEvent extends DomainEvent {

  /** The business date. */
  LocalDate on();

  /** What the event adds to the figures; empty where it moves none. */
  default List<ClassChange> changes() {
    return List.of();
  }

  @Override
  default LocalDate effectiveDate() {
    return on();
  }

  /**
   * The class is planned.
   *
   * @param plan what it is to be
   * @param on the day on which it was planned
   */
  @EventName("training.class.planned.v1")
  record ClassPlanned(ClassPlan plan, LocalDate on) implements ClassEvent {}

  /**
   * The plan is another one from the beginning: a session was moved, the budget was corrected.
   *
   * @param plan what the class is now
   */
  @EventName("training.class.replanned.v1")
  record ClassReplanned(ClassPlan plan, LocalDate on, List<ClassChange> changes)
      implements ClassEvent {
    public ClassReplanned {
      changes = orEmpty(changes);
    }
  }

  /** Units and people can be enrolled. */
  @EventName("training.class.opened.v1")
  record ClassOpened(LocalDate on) implements ClassEvent {}

  /**
   * A unit may send so many people; what was granted before is replaced.
   *
   * @param unitId the unit
   * @param places how many people; 0 where it may send none any more
   */
  @EventName("training.class.places-granted.v1")
  record PlacesGranted(UUID unitId, int places, LocalDate on) implements ClassEvent {}

  /**
   * People are to take part.
   *
   * @param participants those who were not enrolled before
   */
  @EventName("training.class.participants-enrolled.v1")
  record ParticipantsEnrolled(List<Enrolment> participants, LocalDate on) implements ClassEvent {
    public ParticipantsEnrolled {
      participants = orEmpty(participants);
    }
  }

  /**
   * Somebody who was present at no session is no participant any more.
   *
   * @param personId the participant
   */
  @EventName("training.class.participant-removed.v1")
  record ParticipantRemoved(UUID personId, LocalDate on) implements ClassEvent {}

  /**
   * Of the successors of a unit that was split, a participant follows this one, for all she ever
   * attended.
   *
   * @param personId the participant
   * @param successorId the unit she follows
   */
  @EventName("training.class.participant-assigned.v1")
  record ParticipantAssigned(
      UUID personId, UUID successorId, LocalDate on, List<ClassChange> changes)
      implements ClassEvent {
    public ParticipantAssigned {
      changes = orEmpty(changes);
    }
  }

  /**
   * Of the successors of an organiser that was split, the class follows this one.
   *
   * @param successorId the unit it follows
   */
  @EventName("training.class.assigned.v1")
  record ClassAssigned(UUID successorId, LocalDate on, List<ClassChange> changes)
      implements ClassEvent {
    public ClassAssigned {
      changes = orEmpty(changes);
    }
  }

  /**
   * Who was at a session, and who was not. What was said of these participants before is replaced.
   *
   * @param session its number, from 1
   * @param marks one for each participant of whom something was said
   * @param on the day of the session
   */
  @EventName("training.class.attendance-recorded.v1")
  record AttendanceRecorded(
      int session, List<AttendanceMark> marks, LocalDate on, List<ClassChange> changes)
      implements ClassEvent {
    public AttendanceRecorded {
      marks = orEmpty(marks);
      changes = orEmpty(changes);
    }
  }

  /**
   * The class was held.
   *
   * @param on the day of its last session
   */
  @EventName("training.class.held.v1")
  record ClassHeld(LocalDate on, List<ClassChange> changes) implements ClassEvent {
    public ClassHeld {
      changes = orEmpty(changes);
    }
  }

  /**
   * What participants brought it to. What was said of them before is replaced.
   *
   * @param results one for each participant of whom something was said
   * @param competency the code of what those who passed are competent in, or null
   * @param competentUntil the last day of the competency; null for ever
   * @param on the day of the last session: they passed, and are competent, from this day on
   */
  @EventName("training.class.results-recorded.v1")
  record ResultsRecorded(
      List<ClassResult> results,
      @Nullable String competency,
      @Nullable LocalDate competentUntil,
      LocalDate on,
      List<ClassChange> changes)
      implements ClassEvent {
    public ResultsRecorded {
      results = orEmpty(results);
      changes = orEmpty(changes);
    }
  }

  /** Nothing more is expected of the class; results can still be corrected. */
  @EventName("training.class.closed.v1")
  record ClassClosed(LocalDate on) implements ClassEvent {}

  /**
   * The class is not held.
   *
   * @param reason why
   */
  @EventName("training.class.cancelled.v1")
  record ClassCancelled(ClassCancellation reason, LocalDate on) implements ClassEvent {}

  /** Empty lists are absent on the wire. */
  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}

package vn.sen.events.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventName;

/**
 * What happens to one list of who was at a session of a class. The membership service knows who is
 * meant by a name or number on it; the class is the training service's.
 */
public sealed interface AttendanceEvent extends DomainEvent {

  /** The business date. */
  LocalDate on();

  @Override
  default LocalDate effectiveDate() {
    return on();
  }

  /**
   * A list was read, and its rows were matched to members; nobody was told yet.
   *
   * @param classId the class, as the sender names it
   * @param unitId the unit for which the sender acts
   * @param session the number of the session, from 1
   * @param matched how many rows name a member
   * @param refused how many do not
   */
  @EventName("membership.attendance.read.v1")
  record AttendanceRead(
      UUID classId, UUID unitId, int session, int matched, int refused, LocalDate on)
      implements AttendanceEvent {}

  /**
   * These members were at the session, says the unit. The training service takes its word if the
   * unit, or one below it, organises the class.
   *
   * @param classId the class
   * @param unitId the unit for which the sender acts
   * @param session the number of the session, from 1
   * @param present who was there, each once
   */
  @EventName("membership.attendance.told.v1")
  record AttendanceTold(UUID classId, UUID unitId, int session, List<UUID> present, LocalDate on)
      implements AttendanceEvent {
    public AttendanceTold {
      present = present == null ? List.of() : List.copyOf(present);
    }
  }
}

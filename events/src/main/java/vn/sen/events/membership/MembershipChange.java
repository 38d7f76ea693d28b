package vn.sen.events.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step of the number of members: what an event adds to the figures of a business date. The
 * changes of an event are the owner's timeline after the command minus the timeline before it, so a
 * late fact corrects every date it touches.
 *
 * @param date the business date from which the step holds
 * @param unit the lowest org unit the member belongs to
 * @param via the successors a split assigned this member to personally, overriding her branch;
 *     usually empty
 * @param type ordinary or honorary
 * @param flow why
 * @param counterpart the other unit of a transfer, else null
 * @param counterpartVia what {@code via} is at the other unit of a transfer; usually empty
 * @param direction whether it is a coming or a going; null in records of before it was told, where
 *     the sign tells it
 * @param delta +1 in, −1 out; the reverse where an earlier step is taken back
 */
public record MembershipChange(
    LocalDate date,
    UUID unit,
    List<UUID> via,
    MemberType type,
    Flow flow,
    @Nullable UUID counterpart,
    List<UUID> counterpartVia,
    @Nullable Direction direction,
    int delta) {

  public MembershipChange {
    // absent on the wire when empty
    via = via == null ? List.of() : List.copyOf(via);
    counterpartVia = counterpartVia == null ? List.of() : List.copyOf(counterpartVia);
  }

  /** Whether it is about a coming, told or taken back, and not about a going. */
  public boolean tellsOfComing() {
    return direction == null ? delta > 0 : direction == Direction.IN;
  }
}

package vn.sen.benchmarks.rebuild;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.Cause;
import vn.sen.events.EventRecord;
import vn.sen.events.membership.Direction;
import vn.sen.events.membership.Flow;
import vn.sen.events.membership.MemberEvent;
import vn.sen.events.membership.MemberEvent.MemberRegistered;
import vn.sen.events.membership.MemberEvent.MemberTransferred;
import vn.sen.events.membership.MemberEvent.MemberTypeChanged;
import vn.sen.events.membership.MemberType;
import vn.sen.events.membership.MembershipChange;
import vn.sen.events.membership.MembershipEvents;

/**
 * What happens to each member of a benchmark: registered in one of 110 units, then in turn
 * transferred to the next unit and made honorary or ordinary, on six days. Every event moves
 * figures.
 */
public final class MemberHistory {

  private static final int UNITS = 110;
  private static final int DAYS = 6;
  private static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);
  private static final Instant RECORDED = Instant.parse("2024-01-05T02:00:00Z");

  private MemberHistory() {}

  /** The member's id. */
  public static UUID idOf(int member) {
    return new UUID(
        0x4000L | (mix(member) & ~0xF000L), Long.MIN_VALUE | (mix(member + 0x5EEDL) >>> 2));
  }

  /** The id of one of the units. */
  public static UUID unit(int number) {
    return new UUID(0x4000L, Long.MIN_VALUE | Math.floorMod(number, UNITS));
  }

  /** The number of units. */
  public static int units() {
    return UNITS;
  }

  /** The event that brings a member to a version. */
  public static EventRecord event(int member, int sequence) {
    var id = idOf(member);
    var event = happened(member, sequence);
    return new EventRecord(
        EventRecord.idOf(id, sequence),
        MembershipEvents.SOURCE,
        id,
        MembershipEvents.CATALOG.nameOf(event),
        RECORDED,
        sequence,
        event.effectiveDate(),
        Cause.UNKNOWN,
        MembershipEvents.CATALOG.encode(event));
  }

  private static MemberEvent happened(int member, int sequence) {
    var on = FIRST_DAY.plusMonths(2L * (sequence % DAYS));
    int transfers = (sequence - 1) / 2;
    int changes = (sequence - 2) / 2;
    var from = unit(member + transfers);
    var type = changes % 2 == 0 ? MemberType.ORDINARY : MemberType.HONORARY;
    if (sequence == 1) {
      return new MemberRegistered(
          from, type, null, null, on, List.of(change(on, from, type, Flow.ADMISSION, null, 1)));
    }
    if (sequence % 2 == 0) {
      var to = unit(member + transfers + 1);
      return new MemberTransferred(
          from,
          to,
          on,
          List.of(
              change(on, from, type, Flow.TRANSFER, to, -1),
              change(on, to, type, Flow.TRANSFER, from, 1)));
    }
    var other = type == MemberType.ORDINARY ? MemberType.HONORARY : MemberType.ORDINARY;
    return new MemberTypeChanged(
        other,
        on,
        List.of(
            change(on, from, type, Flow.RECLASSIFICATION, null, -1),
            change(on, from, other, Flow.RECLASSIFICATION, null, 1)));
  }

  private static MembershipChange change(
      LocalDate on, UUID unit, MemberType type, Flow flow, @Nullable UUID other, int delta) {
    return new MembershipChange(
        on,
        unit,
        List.of(),
        type,
        flow,
        other,
        List.of(),
        delta > 0 ? Direction.IN : Direction.OUT,
        delta);
  }

  private static long mix(long number) {
    long h = (number + 1) * 0x9E3779B97F4A7C15L;
    h = (h ^ (h >>> 30)) * 0xBF58476D1CE4E5B9L;
    h = (h ^ (h >>> 27)) * 0x94D049BB133111EBL;
    return h ^ (h >>> 31);
  }
}

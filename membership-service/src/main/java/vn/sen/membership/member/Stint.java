package vn.sen.membership.member;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.org.Split;
import vn.sen.events.membership.Direction;
import vn.sen.events.membership.Flow;
import vn.sen.events.membership.MemberType;
import vn.sen.events.membership.MembershipChange;

/**
 * A stay at one unit as a member of one type.
 *
 * @param unit the lowest org unit she belonged to
 * @param via the successors that splits assigned her to personally; usually empty
 * @param in how it began
 * @param out how it ended, null while it lasts
 */
record Stint(UUID unit, List<UUID> via, MemberType type, Step in, @Nullable Step out) {

  /**
   * The beginning or the end of a stay.
   *
   * @param on the first day of the stay, or the first day after it
   * @param counterpart the other unit of a transfer, else null
   */
  record Step(LocalDate on, Flow flow, @Nullable UUID counterpart) {}

  Stint {
    via = List.copyOf(via);
  }

  static Stint begun(UUID unit, MemberType type, Step in) {
    return new Stint(unit, List.of(), type, in, null);
  }

  Stint ended(Step end) {
    return new Stint(unit, via, type, in, end);
  }

  Stint beginning(Step start) {
    return new Stint(unit, via, type, start, out);
  }

  boolean lastsOn(LocalDate day) {
    return !day.isBefore(in.on()) && (out == null || day.isBefore(out.on()));
  }

  /** The same stay with this successor in place of any other of the same split. */
  Stint assigned(UUID successor, Split split) {
    return new Stint(unit, Split.following(via, successor, List.of(split)), type, in, out);
  }

  /**
   * The steps of the figures that the stay stands for.
   *
   * @param before the stay before this one, null for the first
   * @param after the stay after this one, null for the last
   */
  void changes(@Nullable Stint before, @Nullable Stint after, Consumer<MembershipChange> sink) {
    sink.accept(change(in, before, Direction.IN, +1));
    if (out != null) {
      sink.accept(change(out, after, Direction.OUT, -1));
    }
  }

  private MembershipChange change(
      Step step, @Nullable Stint neighbour, Direction direction, int delta) {
    return new MembershipChange(
        step.on(),
        unit,
        via,
        type,
        step.flow(),
        step.counterpart(),
        step.flow() == Flow.TRANSFER && neighbour != null ? neighbour.via : List.of(),
        direction,
        delta);
  }
}

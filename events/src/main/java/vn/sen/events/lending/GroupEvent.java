package vn.sen.events.lending;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventName;

/** What happens to one savings and credit group. */
public sealed interface GroupEvent extends DomainEvent {

  /**
   * The group is known, because an officer entered it or a bank's line named it.
   *
   * @param byBank whether only a bank's line has named it so far
   */
  @EventName("lending.group.opened.v1")
  record GroupOpened(UUID bankId, UUID unitId, boolean byBank, LocalDate on) implements GroupEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * Somebody leads the group.
   *
   * @param memberId the leader where she is a member of the Union, else null
   */
  @EventName("lending.group.leader-appointed.v1")
  record LeaderAppointed(@Nullable UUID memberId, LocalDate from) implements GroupEvent {
    @Override
    public LocalDate effectiveDate() {
      return from;
    }
  }

  /** The leader died, left or was relieved; the group has none from then on. */
  @EventName("lending.group.leader-gone.v1")
  record LeaderGone(LocalDate on) implements GroupEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * What the former leader held was handed over.
   *
   * @param interest collected and not yet brought to the bank, in đồng
   * @param savings collected and not yet brought to the bank, in đồng
   */
  @EventName("lending.group.handed-over.v1")
  record HandedOver(long interest, long savings, LocalDate on) implements GroupEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * The group was ranked.
   *
   * @param from the first day of the period that the rank is for; it stands until the next one
   */
  @EventName("lending.group.ranked.v1")
  record GroupRanked(GroupRank rank, LocalDate from) implements GroupEvent {
    @Override
    public LocalDate effectiveDate() {
      return from;
    }
  }

  /**
   * The rules agreed with the bank come to a rank; nothing holds until an officer ranks the group.
   *
   * @param from the first day of the period looked at
   * @param to its last day
   */
  @EventName("lending.group.rank-proposed.v1")
  record RankProposed(GroupRank rank, LocalDate from, LocalDate to) implements GroupEvent {
    @Override
    public LocalDate effectiveDate() {
      return to;
    }
  }

  /**
   * The group's members saved, or took savings back.
   *
   * @param amount in đồng; negative where it was taken back
   * @param changes what that adds to the group's savings
   */
  @EventName("lending.group.saved.v1")
  record GroupSaved(long amount, LocalDate on, List<SavingsChange> changes) implements GroupEvent {
    public GroupSaved {
      changes = changes == null ? List.of() : List.copyOf(changes);
    }

    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * One step of the savings of a group.
   *
   * @param date the business date from which it holds
   * @param delta in đồng
   */
  record SavingsChange(LocalDate date, UUID bankId, UUID unitId, long delta) {}

  @EventName("lending.group.closed.v1")
  record GroupClosed(LocalDate on) implements GroupEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }
}

package vn.sen.lending.group;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.Decision;
import vn.sen.events.lending.GroupEvent.GroupClosed;
import vn.sen.events.lending.GroupEvent.GroupOpened;
import vn.sen.events.lending.GroupEvent.GroupRanked;
import vn.sen.events.lending.GroupEvent.HandedOver;
import vn.sen.events.lending.GroupEvent.LeaderAppointed;
import vn.sen.events.lending.GroupEvent.LeaderGone;
import vn.sen.events.lending.GroupRank;

/**
 * A savings and credit group.
 *
 * @param code the bank's
 * @param leader who leads it, or null
 * @param handoverDue whether the last leader went and what she held was not handed over yet
 * @param ranks by the first day of their period, the oldest first
 * @param closedOn the first day on which it is no more, or null
 */
record Group(
    UUID bankId,
    String code,
    UUID unitId,
    @Nullable Leader leader,
    boolean handoverDue,
    List<Rank> ranks,
    @Nullable LocalDate closedOn) {

  /**
   * @param memberId where she is a member of the Union, else null
   * @param name as the officer wrote it
   */
  record Leader(@Nullable UUID memberId, String name, LocalDate from) {}

  record Rank(GroupRank rank, LocalDate from) {}

  Group {
    ranks = List.copyOf(ranks);
  }

  /**
   * @param byBank whether a bank's line named it
   */
  static Decision<Group> open(UUID bankId, String code, UUID unitId, boolean byBank, LocalDate on) {
    return Decision.of(
        new Group(bankId, code, unitId, null, false, List.of(), null),
        new GroupOpened(bankId, unitId, byBank, on));
  }

  /** Somebody leads it; whoever did before hands over. */
  Decision<Group> appoint(Leader appointed) {
    requireOpen();
    if (appointed.equals(leader)) {
      return Decision.nothing(this);
    }
    if (leader != null && appointed.from().isBefore(leader.from())) {
      throw new GroupRules.BeforeTheLastLeader(leader.from());
    }
    return Decision.of(
        new Group(bankId, code, unitId, appointed, handoverDue || leader != null, ranks, null),
        new LeaderAppointed(appointed.memberId(), appointed.from()));
  }

  /** The leader died, left or was relieved. */
  Decision<Group> leaderGone(LocalDate on) {
    return leader == null
        ? Decision.nothing(this)
        : Decision.of(
            new Group(bankId, code, unitId, null, true, ranks, closedOn), new LeaderGone(on));
  }

  /**
   * What the former leader held went to her successor.
   *
   * @param interest in đồng
   * @param savings in đồng
   */
  Decision<Group> handOver(long interest, long savings, LocalDate on) {
    if (!handoverDue) {
      throw new GroupRules.NothingToHandOver();
    }
    if (leader == null) {
      throw new GroupRules.NoSuccessor();
    }
    return Decision.of(
        new Group(bankId, code, unitId, leader, false, ranks, closedOn),
        new HandedOver(interest, savings, on));
  }

  /** It was ranked for a period; stated again for the period, the rank is corrected. */
  Decision<Group> rank(GroupRank rank, LocalDate from) {
    var stated = new Rank(rank, from);
    if (ranks.contains(stated)) {
      return Decision.nothing(this);
    }
    var all = new ArrayList<>(ranks);
    all.removeIf(known -> known.from().equals(from));
    all.add(stated);
    all.sort(Comparator.comparing(Rank::from));
    return Decision.of(
        new Group(bankId, code, unitId, leader, handoverDue, all, closedOn),
        new GroupRanked(rank, from));
  }

  Decision<Group> close(LocalDate on) {
    return closedOn != null
        ? Decision.nothing(this)
        : Decision.of(
            new Group(bankId, code, unitId, leader, handoverDue, ranks, on), new GroupClosed(on));
  }

  private void requireOpen() {
    if (closedOn != null) {
      throw new GroupRules.GroupIsClosed(closedOn);
    }
  }

  /** Nothing of it may reach a log. */
  @Override
  public String toString() {
    return "Group[…]";
  }
}

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
import vn.sen.events.lending.GroupEvent.GroupSaved;
import vn.sen.events.lending.GroupEvent.HandedOver;
import vn.sen.events.lending.GroupEvent.LeaderAppointed;
import vn.sen.events.lending.GroupEvent.LeaderGone;
import vn.sen.events.lending.GroupEvent.RankProposed;
import vn.sen.events.lending.GroupEvent.SavingsChange;
import vn.sen.events.lending.GroupRank;

/**
 * A savings and credit group.
 *
 * @param code the bank's
 * @param leader who leads it, or null
 * @param handoverDue whether the last leader went and what she held was not handed over yet
 * @param ranks by the first day of their period, the oldest first
 * @param closedOn the first day on which it is no more, or null
 * @param savings what its members saved or took back, by day
 * @param proposal the rank that the rules come to for the last period looked at, or null
 */
record Group(
    UUID bankId,
    String code,
    UUID unitId,
    @Nullable Leader leader,
    boolean handoverDue,
    List<Rank> ranks,
    @Nullable LocalDate closedOn,
    List<Handover> handovers,
    List<Saving> savings,
    @Nullable RankProposal proposal) {

  /**
   * @param memberId where she is a member of the Union, else null
   * @param name as the officer wrote it
   */
  record Leader(@Nullable UUID memberId, String name, LocalDate from) {}

  /**
   * @param proposed what the rules came to for the period, or null
   * @param reason why the officer decided otherwise, or null
   */
  record Rank(
      GroupRank rank, LocalDate from, @Nullable GroupRank proposed, @Nullable String reason) {}

  /**
   * What a former leader handed over. Amounts are đồng.
   *
   * @param interest collected and not yet brought to the bank
   * @param savings collected and not yet brought to the bank
   * @param saved all that the group had saved by then
   */
  record Handover(LocalDate on, long interest, long savings, long saved) {}

  /**
   * @param amount in đồng; negative where it was taken back
   */
  record Saving(LocalDate on, long amount) {}

  Group {
    ranks = List.copyOf(ranks);
    // groups of before there were any have none
    handovers = handovers == null ? List.of() : List.copyOf(handovers);
    savings = savings == null ? List.of() : List.copyOf(savings);
  }

  /**
   * @param byBank whether a bank's line named it
   */
  static Decision<Group> open(UUID bankId, String code, UUID unitId, boolean byBank, LocalDate on) {
    return Decision.of(
        new Group(bankId, code, unitId, null, false, List.of(), null, List.of(), List.of(), null),
        new GroupOpened(bankId, unitId, byBank, on));
  }

  /** Somebody leads it; whoever did before hands over. */
  Decision<Group> appoint(Leader appointed, LocalDate today) {
    requireOpen();
    requirePast(appointed.from(), "/from", today);
    if (appointed.equals(leader)) {
      return Decision.nothing(this);
    }
    if (leader != null && appointed.from().isBefore(leader.from())) {
      throw new GroupRules.BeforeTheLastLeader(leader.from());
    }
    return Decision.of(
        led(appointed, handoverDue || leader != null),
        new LeaderAppointed(appointed.memberId(), appointed.from()));
  }

  /**
   * The leader is gone, as an officer says.
   *
   * @throws GroupRules.BeforeTheLeader if she did not lead yet
   */
  Decision<Group> relieve(LocalDate on, LocalDate today) {
    requirePast(on, "/on", today);
    if (leader != null && on.isBefore(leader.from())) {
      throw new GroupRules.BeforeTheLeader(leader.from());
    }
    return leaderGone(on);
  }

  /** The leader left; news of before she began to lead is of no leader. */
  Decision<Group> leaderGone(LocalDate on) {
    return leader == null || on.isBefore(leader.from()) ? Decision.nothing(this) : left(on);
  }

  /** A member died: where she leads it, also by what was said of a day behind her death. */
  Decision<Group> memberDied(UUID member, LocalDate on) {
    if (leader == null || !member.equals(leader.memberId())) {
      return Decision.nothing(this);
    }
    return left(on.isBefore(leader.from()) ? leader.from() : on);
  }

  private Decision<Group> left(LocalDate on) {
    return Decision.of(led(null, true), new LeaderGone(on));
  }

  /**
   * What the former leader held went to her successor.
   *
   * @param interest in đồng
   * @param savings in đồng
   */
  Decision<Group> handOver(long interest, long savings, LocalDate on, LocalDate today) {
    requirePast(on, "/on", today);
    if (!handoverDue) {
      throw new GroupRules.NothingToHandOver();
    }
    if (leader == null) {
      throw new GroupRules.NoSuccessor();
    }
    var all = new ArrayList<>(handovers);
    all.add(new Handover(on, interest, savings, saved(on)));
    return Decision.of(
        new Group(
            bankId, code, unitId, leader, false, ranks, closedOn, all, this.savings, proposal),
        new HandedOver(interest, savings, on));
  }

  private Group led(@Nullable Leader by, boolean due) {
    return new Group(bankId, code, unitId, by, due, ranks, closedOn, handovers, savings, proposal);
  }

  /**
   * Its members saved, or took savings back.
   *
   * @param amount in đồng; negative where they took it back
   */
  Decision<Group> save(long amount, LocalDate on, LocalDate today) {
    requirePast(on, "/on", today);
    if (closedOn != null && !on.isBefore(closedOn)) {
      throw new GroupRules.GroupIsClosed(closedOn);
    }
    var all = new ArrayList<>(savings);
    all.add(new Saving(on, amount));
    all.sort(Comparator.comparing(Saving::on));
    requireCovered(all, on);
    return Decision.of(
        new Group(
            bankId, code, unitId, leader, handoverDue, ranks, closedOn, handovers, all, proposal),
        new GroupSaved(amount, on, List.of(new SavingsChange(on, bankId, unitId, amount))));
  }

  private void requireCovered(List<Saving> all, LocalDate on) {
    long least = Long.MAX_VALUE;
    for (var saving : all) {
      if (!saving.on().isBefore(on)) {
        least = Math.min(least, saved(all, saving.on()));
      }
    }
    if (least < 0) {
      throw new GroupRules.MoreThanSaved(saved(on));
    }
  }

  /** All that is saved at the end of a day, in đồng. */
  long saved(LocalDate day) {
    return saved(savings, day);
  }

  private static long saved(List<Saving> savings, LocalDate day) {
    return savings.stream()
        .filter(saving -> !saving.on().isAfter(day))
        .mapToLong(Saving::amount)
        .sum();
  }

  /** The rules come to a rank; it holds when an officer says so. */
  Decision<Group> propose(RankProposal proposed) {
    return proposed.equals(proposal)
        ? Decision.nothing(this)
        : Decision.of(
            new Group(
                bankId,
                code,
                unitId,
                leader,
                handoverDue,
                ranks,
                closedOn,
                handovers,
                savings,
                proposed),
            new RankProposed(proposed.rank(), proposed.from(), proposed.to()));
  }

  /**
   * It was ranked for a period; stated again for the period, the rank is corrected.
   *
   * @param reason why it is not the rank proposed for the period, or null
   */
  Decision<Group> rank(GroupRank rank, LocalDate from, @Nullable String reason) {
    var proposed = proposal != null && proposal.from().equals(from) ? proposal.rank() : null;
    if (proposed != null && proposed != rank && reason == null) {
      throw new GroupRules.ReasonNeeded(proposed);
    }
    var stated = new Rank(rank, from, proposed, reason);
    if (ranks.contains(stated)) {
      return Decision.nothing(this);
    }
    var all = new ArrayList<>(ranks);
    all.removeIf(known -> known.from().equals(from));
    all.add(stated);
    all.sort(Comparator.comparing(Rank::from));
    return Decision.of(
        new Group(
            bankId, code, unitId, leader, handoverDue, all, closedOn, handovers, savings, proposal),
        new GroupRanked(rank, from));
  }

  Decision<Group> close(LocalDate on) {
    return closedOn != null
        ? Decision.nothing(this)
        : Decision.of(
            new Group(
                bankId, code, unitId, leader, handoverDue, ranks, on, handovers, savings, proposal),
            new GroupClosed(on));
  }

  private static void requirePast(LocalDate day, String pointer, LocalDate today) {
    if (day.isAfter(today)) {
      throw new GroupRules.NotYet(pointer);
    }
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

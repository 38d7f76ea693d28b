package vn.sen.lending.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.Decision;
import vn.sen.events.lending.BorrowingHouseholdEvent;
import vn.sen.events.lending.BorrowingHouseholdEvent.HouseholdConfirmed;
import vn.sen.events.lending.BorrowingHouseholdEvent.HouseholdLeftUnknown;
import vn.sen.events.lending.BorrowingHouseholdEvent.HouseholdMatchUndone;
import vn.sen.events.lending.BorrowingHouseholdEvent.HouseholdMatched;
import vn.sen.events.lending.BorrowingHouseholdEvent.HouseholdMerged;
import vn.sen.events.lending.BorrowingHouseholdEvent.HouseholdOpened;
import vn.sen.events.lending.BorrowingHouseholdEvent.HouseholdUnmerged;

/**
 * A household that borrows, named by one borrower's identity number. Two of them that are one are
 * merged; which, and from when on, stays on record.
 *
 * @param unitId where the bank says it lives
 * @param borrower keyed hash of the borrower's identity number
 * @param name the borrower's name as a bank told it, or null
 * @param knownHouseholdId the membership service's household, or null
 * @param merges what was said of it being another one, the oldest first
 * @param match what the rule says of whom the borrower's hash belongs to; null where it says
 *     nothing, or an officer has said something since
 * @param matchUndone whether an officer has undone what the rule said: it says nothing any more
 */
public record BorrowingHousehold(
    UUID unitId,
    String borrower,
    @Nullable String name,
    Status status,
    @Nullable UUID knownHouseholdId,
    List<Merge> merges,
    @Nullable Match match,
    boolean matchUndone) {

  /** How much is known of it. */
  public enum Status {
    /** A bank named it; it waits for the commune's officer. */
    PROVISIONAL,
    /** The officer could not say yet. */
    UNKNOWN,
    CONFIRMED,
    MERGED
  }

  /**
   * From a day on it counts as another household, or as itself.
   *
   * @param intoId the other one; null for itself
   * @param byRule whether no officer said so, but both borrowers' hashes
   */
  public record Merge(@Nullable UUID intoId, LocalDate from, boolean byRule) {}

  /**
   * The borrower's hash is that of a member.
   *
   * @param from the first day on which she and the household are known to be one
   */
  public record Match(LocalDate from) {}

  public BorrowingHousehold {
    merges = List.copyOf(merges);
  }

  static Decision<BorrowingHousehold> open(
      UUID unitId, String borrower, @Nullable String name, LocalDate today) {
    return Decision.of(
        new BorrowingHousehold(
            unitId, borrower, name, Status.PROVISIONAL, null, List.of(), null, false),
        new HouseholdOpened(unitId, null, today));
  }

  /**
   * It is this household of the membership service, or one without any member. Where the rule says
   * another one, that is undone before: others may count as this one because of it.
   *
   * @param known null for one without a member of the Union
   */
  Decision<BorrowingHousehold> confirm(@Nullable UUID known, LocalDate today) {
    requireNotMerged();
    if (!Objects.equals(known, knownHouseholdId)) {
      requireNoMatch();
    }
    return Decision.of(
        with(Status.CONFIRMED, known, merges, null), new HouseholdConfirmed(known, today));
  }

  Decision<BorrowingHousehold> leaveUnknown(LocalDate today) {
    requireNotMerged();
    requireNoMatch();
    return status == Status.UNKNOWN
        ? Decision.nothing(this)
        : Decision.of(with(Status.UNKNOWN, null, merges, null), new HouseholdLeftUnknown(today));
  }

  /** From a day on it counts as another one. */
  Decision<BorrowingHousehold> merge(UUID into, LocalDate from, LocalDate today) {
    requireNotMerged();
    return Decision.of(
        with(Status.MERGED, knownHouseholdId, plus(new Merge(into, from, false)), match),
        new HouseholdMerged(into, from, today));
  }

  /** From a day on it counts by itself again. */
  Decision<BorrowingHousehold> unmerge(LocalDate from, LocalDate today) {
    requireMergedBefore(from);
    return Decision.of(
        with(Status.PROVISIONAL, knownHouseholdId, plus(new Merge(null, from, false)), null),
        new HouseholdUnmerged(from, today));
  }

  private void requireNoMatch() {
    if (match != null) {
      throw new HouseholdRules.MatchStands();
    }
  }

  private void requireMergedBefore(LocalDate from) {
    if (status != Status.MERGED) {
      throw new HouseholdRules.NotMerged();
    }
    if (from.isBefore(merges.getLast().from())) {
      throw new HouseholdRules.BeforeTheMerge(merges.getLast().from());
    }
  }

  /**
   * The borrower's hash is a member's. What an officer has said stays as she said it; said twice it
   * changes nothing.
   *
   * @param known the member's household
   * @param from the first day of it; where the rule has said another household before, it is {@code
   *     today}, because nobody tells since when she lives in this one
   */
  Decision<BorrowingHousehold> matched(UUID known, LocalDate from, LocalDate today) {
    if (!isOpenToTheRule() || known.equals(knownHouseholdId)) {
      return Decision.nothing(this);
    }
    var since = match == null ? from : today;
    var events = new ArrayList<BorrowingHouseholdEvent>();
    var all = merges;
    if (isMergedByRule()) {
      all = plus(new Merge(null, since, true));
      events.add(new HouseholdUnmerged(since, today));
    }
    events.add(new HouseholdMatched(known, match == null ? null : knownHouseholdId, since, today));
    var next = isMergedByOfficer() ? Status.MERGED : Status.CONFIRMED;
    return new Decision<>(with(next, known, all, new Match(since)), events);
  }

  /** Whether the rule may say whom its borrower's hash belongs to. */
  boolean isOpenToTheRule() {
    return !matchUndone
        && (match != null || status == Status.PROVISIONAL || status == Status.UNKNOWN);
  }

  private boolean isMergedByRule() {
    return status == Status.MERGED && merges.getLast().byRule();
  }

  boolean isMergedByOfficer() {
    return status == Status.MERGED && !merges.getLast().byRule();
  }

  /** Whether an officer, and not the rule, says which household it is. */
  boolean isConfirmedByOfficer() {
    return status == Status.CONFIRMED && match == null;
  }

  /**
   * Another borrower belongs to the same household of the membership service: from a day on the two
   * count once. What an officer has said stays; said twice it changes nothing.
   *
   * @param into in whose place it counts; null for its own
   */
  Decision<BorrowingHousehold> countsAs(@Nullable UUID into, LocalDate from, LocalDate today) {
    if (match == null || isMergedByOfficer() || Objects.equals(countsAs(), into)) {
      return Decision.nothing(this);
    }
    var events = new ArrayList<BorrowingHouseholdEvent>();
    if (isMergedByRule()) {
      events.add(new HouseholdUnmerged(from, today));
    }
    if (into != null) {
      events.add(new HouseholdMerged(into, from, today));
    }
    var next = into == null ? Status.CONFIRMED : Status.MERGED;
    return new Decision<>(
        with(next, knownHouseholdId, plus(new Merge(into, from, true)), match), events);
  }

  /**
   * An officer says that the rule is wrong; it says nothing of this household any more.
   *
   * @param from the first day on which it counts by itself again, where it counts as another one
   */
  Decision<BorrowingHousehold> undoMatch(LocalDate from, LocalDate today) {
    var former = knownHouseholdId;
    if (match == null || former == null) {
      throw new HouseholdRules.NotMatched();
    }
    var events = new ArrayList<BorrowingHouseholdEvent>();
    var all = merges;
    if (isMergedByRule()) {
      requireMergedBefore(from);
      all = plus(new Merge(null, from, false));
      events.add(new HouseholdUnmerged(from, today));
    }
    events.add(new HouseholdMatchUndone(former, from, today));
    var next = isMergedByOfficer() ? Status.MERGED : Status.PROVISIONAL;
    return new Decision<>(
        new BorrowingHousehold(unitId, borrower, name, next, null, all, null, true), events);
  }

  /**
   * No member bears the borrower's hash any more: the number was wrong, and so was the match from
   * its first day on. The rule may still say another one; said twice it changes nothing.
   */
  Decision<BorrowingHousehold> matchWithdrawn(LocalDate today) {
    var former = knownHouseholdId;
    if (match == null || former == null) {
      return Decision.nothing(this);
    }
    var events = new ArrayList<BorrowingHouseholdEvent>();
    var from = match.from();
    var all = merges;
    if (isMergedByRule()) {
      from = merges.getLast().from();
      all = plus(new Merge(null, from, true));
      events.add(new HouseholdUnmerged(from, today));
    }
    events.add(new HouseholdMatchUndone(former, from, today));
    var next = isMergedByOfficer() ? Status.MERGED : Status.PROVISIONAL;
    return new Decision<>(with(next, null, all, null), events);
  }

  private BorrowingHousehold with(
      Status changed, @Nullable UUID known, List<Merge> all, @Nullable Match matched) {
    return new BorrowingHousehold(
        unitId, borrower, name, changed, known, all, matched, matchUndone);
  }

  private List<Merge> plus(Merge merge) {
    var all = new ArrayList<>(merges);
    all.add(merge);
    return all;
  }

  private void requireNotMerged() {
    if (status == Status.MERGED) {
      throw new HouseholdRules.MergedAlready();
    }
  }

  /** The household it counts as now, or null where it counts by itself. */
  public @Nullable UUID countsAs() {
    return merges.isEmpty() ? null : merges.getLast().intoId();
  }

  /** The household it counted as on a day, by all that is known now, or null. */
  @Nullable UUID countedAs(LocalDate day) {
    // what was said last holds from its day on, whatever was said before of later days
    for (var merge : merges.reversed()) {
      if (!merge.from().isAfter(day)) {
        return merge.intoId();
      }
    }
    return null;
  }

  /** Nothing of it may reach a log. */
  @Override
  public String toString() {
    return "BorrowingHousehold[…]";
  }
}

package vn.sen.lending.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.Decision;
import vn.sen.events.lending.BorrowingHouseholdEvent.HouseholdConfirmed;
import vn.sen.events.lending.BorrowingHouseholdEvent.HouseholdLeftUnknown;
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
 */
public record BorrowingHousehold(
    UUID unitId,
    String borrower,
    @Nullable String name,
    Status status,
    @Nullable UUID knownHouseholdId,
    List<Merge> merges) {

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
   */
  public record Merge(@Nullable UUID intoId, LocalDate from) {}

  public BorrowingHousehold {
    merges = List.copyOf(merges);
  }

  static Decision<BorrowingHousehold> open(
      UUID unitId, String borrower, @Nullable String name, LocalDate today) {
    return Decision.of(
        new BorrowingHousehold(unitId, borrower, name, Status.PROVISIONAL, null, List.of()),
        new HouseholdOpened(unitId, null, today));
  }

  /**
   * It is this household of the membership service, or one without any member.
   *
   * @param known null for one without a member of the Union
   */
  Decision<BorrowingHousehold> confirm(@Nullable UUID known, LocalDate today) {
    requireNotMerged();
    return Decision.of(
        new BorrowingHousehold(unitId, borrower, name, Status.CONFIRMED, known, merges),
        new HouseholdConfirmed(known, today));
  }

  Decision<BorrowingHousehold> leaveUnknown(LocalDate today) {
    requireNotMerged();
    return status == Status.UNKNOWN
        ? Decision.nothing(this)
        : Decision.of(
            new BorrowingHousehold(unitId, borrower, name, Status.UNKNOWN, null, merges),
            new HouseholdLeftUnknown(today));
  }

  /** From a day on it counts as another one. */
  Decision<BorrowingHousehold> merge(UUID into, LocalDate from, LocalDate today) {
    requireNotMerged();
    return Decision.of(
        with(Status.MERGED, new Merge(into, from)), new HouseholdMerged(into, from, today));
  }

  /** From a day on it counts by itself again. */
  Decision<BorrowingHousehold> unmerge(LocalDate from, LocalDate today) {
    if (status != Status.MERGED) {
      throw new HouseholdRules.NotMerged();
    }
    if (from.isBefore(merges.getLast().from())) {
      throw new HouseholdRules.BeforeTheMerge(merges.getLast().from());
    }
    return Decision.of(
        with(Status.PROVISIONAL, new Merge(null, from)), new HouseholdUnmerged(from, today));
  }

  private BorrowingHousehold with(Status changed, Merge merge) {
    var all = new ArrayList<>(merges);
    all.add(merge);
    return new BorrowingHousehold(unitId, borrower, name, changed, knownHouseholdId, all);
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

  /** Nothing of it may reach a log. */
  @Override
  public String toString() {
    return "BorrowingHousehold[…]";
  }
}

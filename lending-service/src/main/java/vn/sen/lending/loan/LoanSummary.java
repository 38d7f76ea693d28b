package vn.sen.lending.loan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.lending.LoanPlace;

/**
 * How a loan stands after all that was told of it, without the way there: enough for most questions
 * about a day on which nothing was posted later.
 *
 * @param closed whether it is settled or written off
 * @param terms where it is followed, and until when it runs
 * @param point the bank's code of the transaction point, or null where it has told none
 * @param lastPosting the business date of the last posting
 * @param lastTold the last day on which something was told without which the loan could have stood,
 *     too; null where there is none
 */
public record LoanSummary(
    UUID householdId,
    boolean closed,
    Terms terms,
    Balances balances,
    @Nullable String point,
    LocalDate lastPosting,
    @Nullable LocalDate lastTold) {

  /**
   * What statements say of a loan besides money and borrower.
   *
   * @param unitId where it counts
   * @param via the successors that splits gave it to; usually none
   * @param groupId the group that follows it, or null
   */
  public record Terms(LocalDate dueOn, UUID unitId, List<UUID> via, @Nullable UUID groupId) {

    public Terms {
      via = List.copyOf(via);
    }

    /** Those of a place. */
    public static Terms of(LoanPlace place) {
      return new Terms(place.dueOn(), place.unitId(), place.via(), place.groupId());
    }
  }

  /**
   * Whether this is how the loan stood at the end of a day, as far as was known then, too.
   *
   * @param knownBy what was told behind this day is late
   */
  public boolean isOf(LocalDate day, LocalDate knownBy) {
    return !lastPosting.isAfter(day) && (lastTold == null || !lastTold.isAfter(knownBy));
  }
}

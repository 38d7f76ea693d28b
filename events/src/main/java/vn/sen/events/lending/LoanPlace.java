package vn.sen.events.lending;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a loan counts from some day on: everything its figures are asked for by.
 *
 * @param unitId the lowest org unit the borrower belongs to
 * @param via the successors a split assigned the loan to; usually empty
 * @param groupId the savings and credit group, null for a loan outside any
 * @param householdId the borrowing household, as lending numbers it
 * @param dueOn when the last of the principal is due
 */
public record LoanPlace(
    UUID bankId,
    UUID programmeId,
    UUID unitId,
    List<UUID> via,
    @Nullable UUID groupId,
    UUID householdId,
    LocalDate dueOn) {

  public LoanPlace {
    // absent on the wire when empty
    via = via == null ? List.of() : List.copyOf(via);
  }
}

package vn.sen.lending.partner;

import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import vn.sen.lending.group.Groups.Named;
import vn.sen.lending.household.Households;
import vn.sen.lending.household.Households.Borrower;
import vn.sen.lending.loan.LoanUpdate;
import vn.sen.lending.loan.Loans.NewLoan;
import vn.sen.lending.loan.Loans.Taking;

/**
 * An update as the platform understands it.
 *
 * @param loan the loan, known or not
 * @param update what happened to a loan that is known
 * @param opening the loan it begins where it is not known yet; null where it cannot begin one
 * @param person who it says borrows, or null
 * @param group the group it names, or null
 */
record Told(
    UUID loan,
    LoanUpdate update,
    @Nullable NewLoan opening,
    @Nullable Person person,
    @Nullable Named group) {

  /** Somebody whom a bank names by her identity number. */
  record Person(String hash, @Nullable String name) {

    UUID household() {
      return Households.idOf(hash);
    }

    Borrower borrowerAt(UUID unit) {
      return new Borrower(hash, unit, name);
    }

    /** Nothing of it may reach a log. */
    @Override
    public String toString() {
      return "Person[…]";
    }
  }

  /**
   * Lets a loan that is known take it.
   *
   * @param areOne whether two households count as one
   * @return whether it was new
   * @throws vn.sen.chassis.domain.RuleViolation if it cannot be taken
   */
  boolean isNewTo(Taking loan, BiPredicate<UUID, UUID> areOne) {
    return opening == null ? loan.take(update) : loan.take(opening, areOne);
  }

  /** Who borrows, where the loan that has taken the update counts; null where it names nobody. */
  @Nullable Borrower borrower(Taking loan) {
    return person == null ? null : person.borrowerAt(loan.placeOn(update.on()).unitId());
  }
}

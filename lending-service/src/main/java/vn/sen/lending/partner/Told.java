package vn.sen.lending.partner;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.lending.group.Groups.Named;
import vn.sen.lending.household.Households.Borrower;
import vn.sen.lending.loan.LoanUpdate;
import vn.sen.lending.loan.Loans.NewLoan;

/**
 * An update as the platform understands it.
 *
 * @param loan the loan, known or not
 * @param update what happened to a loan that is known
 * @param opening the loan it begins where it is not known yet; null where it cannot begin one
 * @param borrower whom it names, or null
 * @param group the group it names, or null
 */
record Told(
    UUID loan,
    LoanUpdate update,
    @Nullable NewLoan opening,
    @Nullable Borrower borrower,
    @Nullable Named group) {}

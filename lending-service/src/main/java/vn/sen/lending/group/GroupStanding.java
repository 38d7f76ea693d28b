package vn.sen.lending.group;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.sen.lending.loan.Freezing;
import vn.sen.lending.loan.Loan;

/**
 * What the loans of a group add up to at the end of a period. Amounts are đồng.
 *
 * @param borrowers households that owe principal, each counted once
 * @param interestPaid within the period
 */
record GroupStanding(
    int borrowers, long outstanding, long overdue, long interestPaid, long interestArrears) {

  /** All of it, in hundredths of a percent. */
  private static final long ALL = 10_000;

  /**
   * Adds up loans.
   *
   * @param loans also those that the group does not follow on the day
   * @param countedAs for households, those that they count as on the last day
   */
  static GroupStanding of(
      UUID group,
      Collection<Loan> loans,
      LocalDate from,
      LocalDate to,
      Freezing freezing,
      Function<Set<UUID>, Map<UUID, UUID>> countedAs) {
    var borrowers = new HashSet<UUID>();
    long outstanding = 0;
    long overdue = 0;
    long paid = 0;
    long arrears = 0;
    for (var loan : loans) {
      var standing = loan.on(to, freezing);
      if (group.equals(standing.place().groupId())) {
        var balances = standing.balances();
        if (balances.outstanding() > 0) {
          borrowers.add(standing.place().householdId());
        }
        outstanding += balances.outstanding();
        overdue += balances.overdue();
        paid += loan.interestPaid(from, to);
        arrears += balances.interestArrears();
      }
    }
    int counted = new HashSet<>(countedAs.apply(borrowers).values()).size();
    return new GroupStanding(counted, outstanding, overdue, paid, arrears);
  }

  /**
   * How the group did.
   *
   * @param attendance in hundredths of a percent, or null where nobody knows
   */
  RankProposal.Shares shares(@Nullable Integer attendance) {
    int overdueShare = outstanding == 0 ? 0 : (int) (overdue * ALL / outstanding);
    long toPay = interestPaid + interestArrears;
    int interestShare = toPay == 0 ? (int) ALL : (int) (interestPaid * ALL / toPay);
    return new RankProposal.Shares(overdueShare, interestShare, attendance);
  }
}

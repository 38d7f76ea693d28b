package vn.sen.lending.group;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.lending.agreement.Agreements;
import vn.sen.lending.household.Households;
import vn.sen.lending.loan.Freezing;
import vn.sen.lending.loan.LoanQueries;

/** Looks up how groups do: what their loans add up to, beside what is agreed with the bank. */
@Component
class GroupStandings {

  private final LoanQueries loans;
  private final Freezing freezing;
  private final Households households;
  private final Agreements agreements;

  GroupStandings(
      LoanQueries loans, Freezing freezing, Households households, Agreements agreements) {
    this.loans = loans;
    this.freezing = freezing;
    this.households = households;
    this.agreements = agreements;
  }

  /**
   * How many households borrow as members of a group.
   *
   * @param fewest that are agreed with the bank; null where nothing is, like {@code most}
   * @param outside whether there are fewer, or more
   */
  record Size(int borrowers, @Nullable Integer fewest, @Nullable Integer most, boolean outside) {}

  /** The size of a group on a day. */
  Size size(UUID id, Group group, LocalDate day) {
    int borrowers = standing(id, day, day).borrowers();
    var terms = agreements.on(group.bankId(), day).orElse(null);
    if (terms == null) {
      return new Size(borrowers, null, null, false);
    }
    boolean outside = borrowers < terms.fewestBorrowers() || borrowers > terms.mostBorrowers();
    return new Size(borrowers, terms.fewestBorrowers(), terms.mostBorrowers(), outside);
  }

  /**
   * The rank that the rules in force on the last day of a period come to.
   *
   * @param attendance in hundredths of a percent; null where nobody knows
   * @throws GroupRules.NoRankingAgreed if there are no rules then
   */
  RankProposal rank(
      UUID id, Group group, LocalDate from, LocalDate to, @Nullable Integer attendance) {
    var ranking =
        agreements
            .on(group.bankId(), to)
            .map(terms -> terms.ranking())
            .filter(limits -> !limits.isEmpty())
            .orElseThrow(() -> new GroupRules.NoRankingAgreed(to));
    return RankProposal.of(ranking, standing(id, from, to).shares(attendance), from, to);
  }

  private GroupStanding standing(UUID id, LocalDate from, LocalDate to) {
    return GroupStanding.of(
        id,
        loans.ofGroup(id),
        from,
        to,
        freezing,
        borrowers -> households.countedAs(borrowers, to));
  }
}

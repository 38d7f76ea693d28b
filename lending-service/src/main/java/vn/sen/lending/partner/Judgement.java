package vn.sen.lending.partner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.lending.group.Groups.Named;
import vn.sen.lending.household.Households.Borrower;
import vn.sen.lending.loan.Loans;
import vn.sen.lending.loan.Loans.NewLoan;
import vn.sen.lending.loan.Loans.Taking;
import vn.sen.lending.partner.Updates.Line;

/**
 * What lines of a batch would do, found out before anything is written: which of them can be taken,
 * which begin a loan, and whom and what the others name. Each line meets the loan as those before
 * it leave it, like updates that are sent one by one.
 */
final class Judgement {

  private final Loans loans;
  private final BiPredicate<UUID, UUID> areOne;
  private final Map<UUID, List<Line>> good = new HashMap<>();
  private final Map<Integer, RuleViolation> refused = new HashMap<>();
  private final Set<Integer> beginning = new HashSet<>();
  private final List<NewLoan> openings = new ArrayList<>();
  private final List<Borrower> borrowers = new ArrayList<>();
  private final List<Named> groups = new ArrayList<>();

  /**
   * @param areOne whether two households count as one
   */
  Judgement(Loans loans, BiPredicate<UUID, UUID> areOne) {
    this.loans = loans;
    this.areOne = areOne;
  }

  /**
   * Judges the lines of a loan.
   *
   * @param known the loan; null where it is not known yet
   */
  void judge(@Nullable Taking known, List<Line> lines) {
    var loan = known;
    for (var line : lines) {
      try {
        loan = judged(line, loan);
        good.computeIfAbsent(line.told().loan(), _ -> new ArrayList<>()).add(line);
      } catch (RuleViolation refusal) {
        refused.put(line.number(), refusal);
      }
    }
  }

  private Taking judged(Line line, @Nullable Taking loan) {
    var told = line.told();
    if (loan == null) {
      var opening = told.opening();
      if (opening == null) {
        throw new PartnerRules.LoanUnknown();
      }
      var begun = loans.beginning(opening);
      openings.add(opening);
      beginning.add(line.number());
      note(told, begun);
      return begun;
    }
    if (told.isNewTo(loan, areOne)) {
      note(told, loan);
    }
    return loan;
  }

  private void note(Told told, Taking loan) {
    var borrower = told.borrower(loan);
    if (borrower != null) {
      borrowers.add(borrower);
    }
    if (told.group() != null) {
      groups.add(told.group());
    }
  }

  /** The lines that can be taken, by loan. */
  Map<UUID, List<Line>> good() {
    return good;
  }

  /** Why the others cannot, by number. */
  Map<Integer, RuleViolation> refused() {
    return refused;
  }

  /** Whether a line begins its loan. */
  boolean begins(Line line) {
    return beginning.contains(line.number());
  }

  List<NewLoan> openings() {
    return openings;
  }

  /** Who borrows by what can be taken. */
  List<Borrower> borrowers() {
    return borrowers;
  }

  /** The groups that what can be taken names. */
  List<Named> groups() {
    return groups;
  }
}

package vn.sen.local.demo.dataset.lending;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sen.local.demo.dataset.UnitFact;

/**
 * A loan while its story is made up. Its end is known first; whatever is told of the year changes
 * what it must have begun with.
 */
final class LoanDraft {

  final Bank bank;
  final Home home;
  final Borrower borrower;
  final UnitFact commune;
  final String number;
  final Programme programme;
  final LocalDate disbursedOn;
  final boolean closed;

  /** The first part is paid out in the year. */
  final boolean opened;

  private final List<Update> told = new ArrayList<>();
  private LocalDate dueOn;
  private Balance begin;
  private Balance end;
  private long paidOutLater;
  private @Nullable String group;
  private @Nullable String openingGroup;
  private Borrower openingBorrower;
  private Home openingHome;
  private LocalDate openingDueOn;

  /** The terms of a loan. */
  record Terms(String number, Programme programme, LocalDate disbursedOn, LocalDate dueOn) {}

  /**
   * Who owes how much on the day of the statement.
   *
   * @param opened whether it is lent in the year
   */
  record Owed(
      Bank bank, Home home, Borrower borrower, UnitFact commune, long amount, boolean opened) {

    Owed by(Borrower other) {
      return new Owed(bank, home, other, commune, amount, opened);
    }

    Owed at(UnitFact other) {
      return new Owed(bank, home, borrower, other, amount, opened);
    }

    Owed openedInTheYear() {
      return new Owed(bank, home, borrower, commune, amount, true);
    }
  }

  LoanDraft(Owed owed, Terms terms) {
    this.bank = owed.bank();
    this.home = owed.home();
    this.borrower = owed.borrower();
    this.commune = owed.commune();
    this.number = terms.number();
    this.programme = terms.programme();
    this.disbursedOn = terms.disbursedOn();
    this.closed = owed.amount() == 0;
    this.opened = owed.opened();
    this.dueOn = terms.dueOn();
    this.openingDueOn = terms.dueOn();
    this.openingBorrower = owed.borrower();
    this.openingHome = owed.home();
    this.begin = new Balance(owed.amount(), 0, 0, 0);
    this.end = begin;
  }

  /** The first group of the loan; the same at its end if nothing is told of another. */
  void follow(@Nullable String itsGroup) {
    group = itsGroup;
    openingGroup = itsGroup;
  }

  @Nullable String group() {
    return group;
  }

  Balance end() {
    return end;
  }

  /** The household that owed it at the opening. */
  Home openingHome() {
    return openingHome;
  }

  /** All of it was owed like this from the beginning to the end. */
  void stand(long overdue, long frozen, long interestArrears) {
    end = new Balance(end.outstanding() - overdue - frozen, overdue, frozen, interestArrears);
    begin = end;
  }

  String repay(LocalDate on, LocalDate sentOn, long amount) {
    owedMoreAtFirst(amount);
    return tell(on, sentOn, new Change.PrincipalRepaid(amount));
  }

  /** Posted with a wrong amount, and corrected later. */
  void repayCorrected(LocalDate on, LocalDate corrected, long wrong, long right) {
    owedMoreAtFirst(right);
    var reference = tell(on, on, new Change.PrincipalRepaid(wrong));
    tell(on, corrected, new Change.Corrected(reference, right));
  }

  void repayReversed(LocalDate on, LocalDate reversed, long amount) {
    var reference = tell(on, on, new Change.PrincipalRepaid(amount));
    tell(reversed, reversed, new Change.Reversed(reference));
  }

  void payInterest(LocalDate on, long amount) {
    tell(on, on, new Change.InterestPaid(amount));
  }

  void waiveInterest(LocalDate on, long amount) {
    tell(on, on, new Change.InterestWaived(amount));
  }

  void payOutFurther(LocalDate on, long amount) {
    owedMoreAtFirst(-amount);
    paidOutLater += amount;
    tell(on, on, new Change.Disbursed(amount));
  }

  void moveToOverdue(LocalDate on, long amount) {
    end = new Balance(end.inTerm() - amount, end.overdue() + amount, end.frozen(), 0);
    tell(on, on, new Change.MovedToOverdue(amount));
  }

  void returnToTerm(LocalDate on, long amount) {
    end = new Balance(end.inTerm() + amount, end.overdue() - amount, end.frozen(), 0);
    tell(on, on, new Change.ReturnedToTerm(amount));
  }

  /** All of it, from then until long after. */
  void freeze(LocalDate on, LocalDate until) {
    end = new Balance(0, 0, end.outstanding(), 0);
    tell(on, on, new Change.Frozen(until));
  }

  /** It was frozen at the opening and is in term from then on. */
  void thaw(LocalDate on) {
    begin = new Balance(0, 0, begin.outstanding(), 0);
    tell(on, on, new Change.Thawed());
  }

  void extend(LocalDate on, LocalDate formerDueOn) {
    openingDueOn = formerDueOn;
    tell(on, on, new Change.Extended(dueOn));
  }

  void settle(LocalDate on, long rest) {
    owedMoreAtFirst(rest);
    tell(on, on, new Change.Settled());
  }

  void writeOff(LocalDate overdueOn, LocalDate on, long rest) {
    owedMoreAtFirst(rest);
    tell(overdueOn, overdueOn, new Change.MovedToOverdue(rest));
    tell(on, on, new Change.WrittenOff());
  }

  /** The borrower takes the loan over from somebody else. */
  void inherit(LocalDate on, Home former) {
    openingHome = former;
    openingBorrower = former.first();
    tell(
        on,
        on,
        new Change.BorrowerReplaced(borrower.customer(bank), borrower.identity(), borrower.name()));
  }

  /** The loan comes to its group from another one. */
  void regroup(LocalDate on, String former) {
    openingGroup = former;
    tell(on, on, new Change.Regrouped(group, commune.key().code()));
  }

  private void owedMoreAtFirst(long amount) {
    begin =
        new Balance(
            begin.inTerm() + amount, begin.overdue(), begin.frozen(), begin.interestArrears());
  }

  private String tell(LocalDate on, LocalDate sentOn, Change change) {
    var reference = "GL-%s-%d".formatted(on.toString().replace("-", ""), told.size() + 1);
    var sequence = (int) told.stream().filter(update -> update.on().equals(on)).count();
    told.add(new Update(number, reference, on, sequence, sentOn, change));
    return reference;
  }

  Loan finished() {
    var principal = opened ? begin.inTerm() + paidOutLater : principalOfOldLoan();
    if (opened) {
      var paidOut =
          new Change.Opened(
              programme.code(),
              borrower.customer(bank),
              borrower.identity(),
              borrower.name(),
              commune.key().code(),
              openingGroup,
              begin.inTerm(),
              openingDueOn,
              programme.ratePercent());
      told.addFirst(new Update(number, "GN-" + number, disbursedOn, 0, disbursedOn, paidOut));
    }
    return new Loan(
        bank.code(),
        number,
        opened ? null : line(principal, openingBorrower, openingGroup, openingDueOn, begin),
        told.stream().sorted(Comparator.comparing(Update::sentOn)).toList(),
        closed ? null : line(principal, borrower, group, dueOn, end));
  }

  /** Lent in steps of five million. */
  private long principalOfOldLoan() {
    var step = 5_000_000L;
    return (begin.outstanding() + step - 1) / step * step;
  }

  private StatementLine line(
      long principal, Borrower by, @Nullable String inGroup, LocalDate due, Balance balance) {
    return new StatementLine(
        number,
        by.customer(bank),
        by.identity(),
        by.name(),
        programme.code(),
        commune.key().code(),
        inGroup,
        principal,
        disbursedOn,
        due,
        programme.ratePercent(),
        balance);
  }
}

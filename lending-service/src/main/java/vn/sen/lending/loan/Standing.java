package vn.sen.lending.loan;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import vn.sen.events.lending.LoanMeasure;
import vn.sen.events.lending.LoanPlace;

/**
 * How a loan stands after some of its postings: which act fits which standing, and what it does.
 */
public sealed interface Standing {

  LoanPlace place();

  default Balances balances() {
    return Balances.NOTHING;
  }

  /** Whether it is settled or written off. */
  default boolean isClosed() {
    return this instanceof Settled || this instanceof WrittenOff;
  }

  /** Before the first posting. */
  record Agreed(LoanPlace place) implements Standing {}

  /**
   * The bank has lent and not closed it, though nothing may be owed any more.
   *
   * @param frozenUntil the last day of the freezing; null where nothing is frozen
   */
  record Running(LoanPlace place, Balances balances, @Nullable LocalDate frozenUntil)
      implements Standing {

    Running with(Balances changed) {
      return new Running(place, changed, changed.frozen() == 0 ? null : frozenUntil);
    }

    Running at(LoanPlace changed) {
      return new Running(changed, balances, frozenUntil);
    }
  }

  /** All was paid, and the bank has closed it. */
  record Settled(LoanPlace place) implements Standing {}

  /** The bank has given up what was owed. */
  record WrittenOff(LoanPlace place) implements Standing {}

  /**
   * The standing after a posting.
   *
   * @param freezing says for how long a loan can be frozen
   * @throws vn.sen.chassis.domain.RuleViolation if the act does not fit
   */
  default Standing after(Posting posting, Freezing freezing) {
    return switch (this) {
      case Agreed agreed -> begun(agreed.place(), posting);
      case Running running -> running(running, posting, freezing);
      case Settled settled -> closed(settled, posting, new LoanRules.LoanSettled());
      case WrittenOff gone -> closed(gone, posting, new LoanRules.LoanWrittenOff());
    };
  }

  private static Standing begun(LoanPlace place, Posting posting) {
    return switch (posting.act()) {
      case Act.Disbursed(long amount) ->
          new Running(place, Balances.NOTHING.plusInTerm(amount), null);
      case Act.TakenOver(var balances) -> new Running(place, balances, null);
      default -> throw new LoanRules.BeforeDisbursement();
    };
  }

  private static Standing closed(Standing closed, Posting posting, LoanRules.LoanClosed refusal) {
    return switch (posting.act()) {
      case Act.Restated(var balances) -> new Running(closed.place(), balances, null);
      default -> throw refusal;
    };
  }

  private static Standing running(Running loan, Posting posting, Freezing freezing) {
    var owed = loan.balances();
    return switch (posting.act()) {
      case Act.TakenOver _ -> throw new LoanRules.TakenOverTwice();
      case Act.Disbursed(long amount) -> loan.with(owed.plusInTerm(amount));
      case Act.PrincipalRepaid(long amount) -> {
        atMost(amount, owed.outstanding(), LoanRules.MoreThanOwed::new);
        yield loan.with(owed.repaid(amount));
      }
      case Act.InterestPaid(long amount) -> loan.with(owed.interestPaid(amount));
      case Act.InterestWaived(long amount) -> loan.with(owed.interestPaid(amount));
      case Act.MovedToOverdue(long amount) -> {
        atMost(amount, owed.inTerm(), LoanRules.MoreThanInTerm::new);
        yield loan.with(owed.movedToOverdue(amount));
      }
      case Act.ReturnedToTerm(long amount) -> {
        atMost(amount, owed.overdue(), LoanRules.MoreThanOverdue::new);
        yield loan.with(owed.movedToOverdue(-amount));
      }
      case Act.Frozen(var until) -> frozen(loan, posting.on(), until, freezing);
      case Act.Thawed() -> thawed(loan);
      case Act.Extended(var dueOn) -> extended(loan, dueOn);
      case Act.WrittenOff() -> new WrittenOff(loan.place());
      case Act.Settled() -> new Settled(loan.place());
      case Act.BorrowerReplaced(var household) ->
          loan.at(place(loan.place(), loan.place().groupId(), loan.place().unitId(), household));
      case Act.Regrouped(var group, var unit) ->
          loan.at(place(loan.place(), group, unit, loan.place().householdId()));
      case Act.PointChanged _ -> loan;
      case Act.Restated(var balances) -> loan.with(balances);
    };
  }

  private static void atMost(long amount, long most, LongFunction<RuntimeException> refusal) {
    if (amount > most) {
      throw refusal.apply(most);
    }
  }

  private static Standing frozen(Running loan, LocalDate on, LocalDate until, Freezing freezing) {
    if (loan.balances().outstanding() == 0) {
      throw new LoanRules.NothingToFreeze();
    }
    var longest = freezing.longest(on);
    if (until.isBefore(on) || until.isAfter(longest)) {
      throw new LoanRules.FreezingTooLong(longest);
    }
    return new Running(loan.place(), loan.balances().allFrozen(), until);
  }

  private static Standing thawed(Running loan) {
    if (loan.balances().frozen() == 0) {
      throw new LoanRules.NotFrozen();
    }
    return loan.with(loan.balances().thawed());
  }

  private static Standing extended(Running loan, LocalDate dueOn) {
    var place = loan.place();
    if (!dueOn.isAfter(place.dueOn())) {
      throw new LoanRules.NotLater(place.dueOn());
    }
    return loan.at(
        new LoanPlace(
            place.bankId(),
            place.programmeId(),
            place.unitId(),
            place.via(),
            place.groupId(),
            place.householdId(),
            dueOn));
  }

  private static LoanPlace place(
      LoanPlace before, @Nullable UUID group, UUID unit, UUID household) {
    return new LoanPlace(
        before.bankId(),
        before.programmeId(),
        unit,
        before.via(),
        group,
        household,
        before.dueOn());
  }

  /** Which flow an act is of; null for one that moves no money in or out. */
  static @Nullable LoanMeasure flow(Act act) {
    return switch (act) {
      case Act.TakenOver _ -> LoanMeasure.TAKEN_OVER;
      case Act.Disbursed _ -> LoanMeasure.DISBURSED;
      case Act.PrincipalRepaid _, Act.Settled _ -> LoanMeasure.REPAID;
      case Act.WrittenOff _ -> LoanMeasure.WRITTEN_OFF;
      case Act.Restated _ -> LoanMeasure.RESTATED;
      case Act.InterestPaid _ -> LoanMeasure.INTEREST_COLLECTED;
      case Act.InterestWaived _ -> LoanMeasure.INTEREST_WAIVED;
      default -> null;
    };
  }
}

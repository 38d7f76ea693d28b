package vn.sen.lending.loan;

import java.time.LocalDate;
import vn.sen.chassis.domain.RuleViolation;

/** The rules loans keep, as the exceptions that refuse an update. */
final class LoanRules {

  private LoanRules() {}

  /** Nothing can be posted to a loan that has ended. */
  abstract static class LoanClosed extends RuleViolation {
    LoanClosed() {
      super("");
    }

    @Override
    public int status() {
      return 409;
    }
  }

  static final class LoanSettled extends LoanClosed {}

  static final class LoanWrittenOff extends LoanClosed {}

  /** Of before the money was paid out, or before the day whose balances were taken over. */
  static final class BeforeDisbursement extends RuleViolation {
    BeforeDisbursement() {
      super("/on");
    }
  }

  /** The platform follows the loan already. */
  static final class TakenOverTwice extends RuleViolation {
    TakenOverTwice() {
      super("");
    }
  }

  static final class MoreThanOwed extends RuleViolation {
    MoreThanOwed(long owed) {
      super("/amount", owed);
    }
  }

  static final class MoreThanInTerm extends RuleViolation {
    MoreThanInTerm(long inTerm) {
      super("/amount", inTerm);
    }
  }

  static final class MoreThanOverdue extends RuleViolation {
    MoreThanOverdue(long overdue) {
      super("/amount", overdue);
    }
  }

  static final class NothingToFreeze extends RuleViolation {
    NothingToFreeze() {
      super("/kind");
    }
  }

  static final class FreezingTooLong extends RuleViolation {
    FreezingTooLong(LocalDate longest) {
      super("/until", longest.toString());
    }
  }

  static final class NotFrozen extends RuleViolation {
    NotFrozen() {
      super("/kind");
    }
  }

  /** An extension that does not extend. */
  static final class NotLater extends RuleViolation {
    NotLater(LocalDate dueOn) {
      super("/dueOn", dueOn.toString());
    }
  }

  /** The update fits its own day, but something posted for a later day does not fit any more. */
  static final class LaterHistoryForbids extends RuleViolation {
    LaterHistoryForbids(LocalDate on) {
      super("/on", on.toString());
    }
  }

  /** The bank has used the reference for something else. */
  static final class ReferenceUsed extends RuleViolation {
    ReferenceUsed() {
      super("/reference");
    }
  }

  /** The bank names another contract than the one under which the loan is followed. */
  static final class ContractDiffers extends RuleViolation {
    ContractDiffers(String pointer) {
      super(pointer);
    }
  }

  /** There is no update of this reference to correct or to reverse. */
  static final class ReferenceUnknown extends RuleViolation {
    ReferenceUnknown(String pointer) {
      super(pointer);
    }
  }

  /** What is corrected has no amount. */
  static final class AmountNotOfThis extends RuleViolation {
    AmountNotOfThis() {
      super("/amount");
    }
  }

  /** Reversed, it would leave a loan that was never lent. */
  static final class BeginningOfLoan extends RuleViolation {
    BeginningOfLoan(String pointer) {
      super(pointer);
    }
  }

  static final class InTheFuture extends RuleViolation {
    InTheFuture() {
      super("/on");
    }
  }

  static final class DueBeforeDisbursement extends RuleViolation {
    DueBeforeDisbursement(String pointer, LocalDate disbursedOn) {
      super(pointer, disbursedOn.toString());
    }
  }

  /** The loan's unit was not split, or not into this one. */
  static final class NotASuccessor extends RuleViolation {
    NotASuccessor() {
      super("/successorId");
    }
  }
}

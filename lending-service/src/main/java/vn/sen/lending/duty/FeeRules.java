package vn.sen.lending.duty;

import java.time.LocalDate;
import vn.sen.chassis.domain.RuleViolation;

/** The rules payments of fees keep, as the exceptions that refuse them. */
final class FeeRules {

  private FeeRules() {}

  static final class PaidInTheFuture extends RuleViolation {
    PaidInTheFuture() {
      super("/on");
    }
  }

  /** The fee is a share of what was collected in the month, so it comes after that has begun. */
  static final class PaidBeforeItsMonth extends RuleViolation {
    PaidBeforeItsMonth(LocalDate on) {
      super("/month", on.toString());
    }
  }

  static final class BankUnknown extends RuleViolation {
    BankUnknown() {
      super("/bankId");
    }
  }

  static final class UnitUnknown extends RuleViolation {
    UnitUnknown() {
      super("/unitId");
    }
  }

  static final class ProgrammeUnknown extends RuleViolation {
    ProgrammeUnknown() {
      super("/programmeId");
    }
  }

  static final class NothingAgreed extends RuleViolation {
    NothingAgreed() {
      super("/bankId");
    }
  }
}

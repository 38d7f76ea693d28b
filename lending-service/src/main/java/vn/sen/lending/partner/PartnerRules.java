package vn.sen.lending.partner;

import java.time.LocalDate;
import vn.sen.chassis.domain.RuleViolation;

/** The rules of what banks send, as the exceptions that refuse it. */
final class PartnerRules {

  private PartnerRules() {}

  /** The kind of update needs this field. */
  static final class FieldNeeded extends RuleViolation {
    FieldNeeded(String pointer, UpdateBody.Kind kind) {
      super(pointer, kind.name());
    }
  }

  static final class ProgrammeUnknown extends RuleViolation {
    ProgrammeUnknown() {
      super("/programme");
    }
  }

  /** No commune bears the code on the day. */
  static final class CommuneUnknown extends RuleViolation {
    CommuneUnknown(LocalDate day) {
      super("/unit", day.toString());
    }
  }

  /** The bank has never told of the loan. */
  static final class LoanUnknown extends RuleViolation {
    LoanUnknown() {
      super("/loan");
    }
  }
}

package vn.sen.lending.agreement;

import vn.sen.chassis.domain.RuleViolation;

/** The rules terms keep, as the exceptions that refuse them. */
final class AgreementRules {

  private AgreementRules() {}

  /** One proposal at a time. */
  static final class ProposalOpen extends RuleViolation {
    ProposalOpen() {
      super("");
    }

    @Override
    public int status() {
      return 409;
    }
  }

  /** Who only vouches for borrowers owes no checks and gets no fee. */
  static final class NotEntrusted extends RuleViolation {
    NotEntrusted() {
      super("/entrusted");
    }
  }

  /** Further checks come behind a first one. */
  static final class FirstCheckNeeded extends RuleViolation {
    FirstCheckNeeded() {
      super("/firstCheckDays");
    }
  }

  static final class BoundsTurnedRound extends RuleViolation {
    BoundsTurnedRound(int most) {
      super("/fewestBorrowers", most);
    }
  }

  static final class ProgrammeTwice extends RuleViolation {
    ProgrammeTwice() {
      super("/programmeFees");
    }
  }

  static final class ProgrammeUnknown extends RuleViolation {
    ProgrammeUnknown(int index) {
      super("/programmeFees/" + index + "/programmeId");
    }
  }

  /** The best rank first, each once; weak is who reaches none. */
  static final class RanksNotInOrder extends RuleViolation {
    RanksNotInOrder() {
      super("/ranking");
    }
  }

  static final class BankUnknown extends RuleViolation {
    BankUnknown() {
      super("");
    }

    @Override
    public int status() {
      return 404;
    }
  }
}

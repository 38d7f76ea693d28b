package vn.sen.membership.memberimport;

import vn.sen.chassis.domain.RuleViolation;

/** Why an import is not carried out. */
final class ImportRefusals {

  private ImportRefusals() {}

  /** The dry run is not over. */
  static final class ImportNotChecked extends RuleViolation {
    ImportNotChecked() {
      super("");
    }

    @Override
    public int status() {
      return 409;
    }
  }

  /** It could not be carried on before. */
  static final class ImportFailed extends RuleViolation {
    ImportFailed() {
      super("");
    }

    @Override
    public int status() {
      return 409;
    }
  }

  /** Nobody carried it out in time. */
  static final class ImportExpired extends RuleViolation {
    ImportExpired() {
      super("");
    }

    @Override
    public int status() {
      return 409;
    }
  }

  /** Only what was carried out can be withdrawn. */
  static final class ImportNotDone extends RuleViolation {
    ImportNotDone() {
      super("/importId");
    }

    @Override
    public int status() {
      return 409;
    }
  }

  /** The reason for a withdrawal. */
  static final class ReasonUnusable extends RuleViolation {
    ReasonUnusable(int max) {
      super("/reason", max);
    }
  }

  /** Some rows are invalid and the client did not say that they may be left out. */
  static final class ImportHasInvalidRows extends RuleViolation {
    ImportHasInvalidRows(long rows) {
      super("/skipInvalid", rows);
    }
  }
}

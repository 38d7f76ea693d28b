package vn.sen.membership.memberimport;

import vn.sen.chassis.domain.RuleViolation;

/** Why a file is not taken at all. */
final class FileRefusals {

  private FileRefusals() {}

  /** Another attempt under the same idempotency key is under way. */
  static final class FileBeingReceived extends RuleViolation {
    FileBeingReceived() {
      super("");
    }

    @Override
    public int status() {
      return 409;
    }
  }

  /** The text is not UTF-8. */
  static final class FileNotUtf8 extends RuleViolation {
    FileNotUtf8() {
      super("");
    }
  }

  /** There are more rows than an import takes. */
  static final class TooManyRows extends RuleViolation {
    TooManyRows() {
      super("", RowReader.MAX_ROWS);
    }
  }

  /**
   * A heading that is none of ours. In a file without headings it is a person's, so it is not
   * repeated.
   */
  static final class ColumnUnknown extends RuleViolation {
    ColumnUnknown(int position) {
      super("", position);
    }
  }

  /** A column that stands there twice. */
  static final class ColumnTwice extends RuleViolation {
    ColumnTwice(String heading) {
      super("", heading);
    }
  }

  /** A column that every import needs. */
  static final class ColumnMissing extends RuleViolation {
    ColumnMissing(String heading) {
      super("", heading);
    }
  }
}

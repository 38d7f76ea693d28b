package vn.sen.lending.statement;

import vn.sen.chassis.domain.RuleViolation;

/** Why a file is not taken at all: nothing of it is kept. */
final class FileRefusals {

  private FileRefusals() {}

  /** It is not as its announcement says: another file, or a part of it. */
  static final class DigestDiffers extends RuleViolation {
    DigestDiffers() {
      super("/sha256");
    }
  }

  /** The packed stream breaks off, or is none. */
  static final class FileNotGzip extends RuleViolation {
    FileNotGzip() {
      super("");
    }
  }

  /** Bytes that are no text in UTF-8. */
  static final class LineNotUtf8 extends RuleViolation {
    LineNotUtf8(long line) {
      super("", line);
    }
  }

  /** More lines than a statement takes. */
  static final class TooManyLines extends RuleViolation {
    TooManyLines(long most) {
      super("", most);
    }

    @Override
    public int status() {
      return 413;
    }
  }

  /** The file is over the limit, or would be once unpacked. */
  static final class StatementTooLarge extends RuleViolation {
    StatementTooLarge(long megabytes) {
      super("", megabytes);
    }

    @Override
    public int status() {
      return 413;
    }
  }

  /** The lines do not add up to what was announced. */
  static final class TotalsDiffer extends RuleViolation {
    TotalsDiffer(String total, long announced, long counted) {
      super("/totals/" + total, announced, counted);
    }
  }

  /** It is sent in another format than announced. */
  static final class AnotherFormat extends RuleViolation {
    AnotherFormat(FileFormat announced) {
      super("/format", announced.name());
    }

    @Override
    public int status() {
      return 415;
    }
  }

  /** A heading that is none of ours; it may be anybody's number, so it is not repeated. */
  static final class ColumnUnknown extends RuleViolation {
    ColumnUnknown(int position) {
      super("", position);
    }
  }

  static final class ColumnTwice extends RuleViolation {
    ColumnTwice(String heading) {
      super("", heading);
    }
  }

  static final class ColumnMissing extends RuleViolation {
    ColumnMissing(String heading) {
      super("", heading);
    }
  }
}

package vn.sen.chassis.sheet;

import vn.sen.chassis.domain.RuleViolation;

/** Why an uploaded file of rows is not taken at all. */
public final class SheetRefusals {

  private SheetRefusals() {}

  /** The file is over the limit, or would be once unpacked. */
  public static final class FileTooLarge extends RuleViolation {
    public FileTooLarge(long megabytes) {
      super("", megabytes);
    }

    @Override
    public int status() {
      return 413;
    }
  }

  /** The structure breaks off or makes no sense from a line on. */
  public static final class FileMalformed extends RuleViolation {
    public FileMalformed(long line) {
      super("", line);
    }
  }

  /** There is no row below the heading. */
  public static final class FileEmpty extends RuleViolation {
    public FileEmpty() {
      super("");
    }
  }

  /** A workbook with macros, or something that only pretends to be a workbook. */
  public static final class WorkbookUnsafe extends RuleViolation {
    WorkbookUnsafe() {
      super("");
    }
  }
}

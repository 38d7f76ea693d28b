package vn.sen.reporting.issuance;

import vn.sen.chassis.domain.RuleViolation;

/** The report was issued without a file of this format. */
public final class FileNotKept extends RuleViolation {

  public FileNotKept(String format) {
    super("", format);
  }

  @Override
  public int status() {
    return 404;
  }
}

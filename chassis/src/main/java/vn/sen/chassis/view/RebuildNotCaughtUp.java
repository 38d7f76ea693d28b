package vn.sen.chassis.view;

import vn.sen.chassis.domain.RuleViolation;

/** Readers would see an earlier point of the log than before. */
public final class RebuildNotCaughtUp extends RuleViolation {

  private static final long serialVersionUID = 1L;

  /**
   * @param lag records that the generation to be shown lacks, as far as known
   */
  RebuildNotCaughtUp(long lag) {
    super("", lag);
  }

  @Override
  public int status() {
    return 409;
  }
}

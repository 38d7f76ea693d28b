package vn.sen.chassis.approval;

import vn.sen.chassis.domain.RuleViolation;

/** Who has proposed something cannot approve it. */
public final class AuthorCannotApprove extends RuleViolation {

  AuthorCannotApprove() {
    super("");
  }

  @Override
  public int status() {
    return 403;
  }
}

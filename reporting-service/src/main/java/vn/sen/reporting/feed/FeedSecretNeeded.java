package vn.sen.reporting.feed;

import vn.sen.chassis.domain.RuleViolation;

/** A feed is pulled with its id and its secret; there is none of these, or it was revoked. */
public final class FeedSecretNeeded extends RuleViolation {

  public FeedSecretNeeded() {
    super("");
  }

  @Override
  public int status() {
    return 401;
  }
}

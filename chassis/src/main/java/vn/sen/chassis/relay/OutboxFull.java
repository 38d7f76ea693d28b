package vn.sen.chassis.relay;

import vn.sen.chassis.domain.RuleViolation;

/** Too many events wait for publication; commands are taken again when the backlog has drained. */
public final class OutboxFull extends RuleViolation {

  public OutboxFull() {
    super("");
  }

  @Override
  public int status() {
    return 503;
  }
}

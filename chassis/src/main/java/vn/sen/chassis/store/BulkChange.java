package vn.sen.chassis.store;

import vn.sen.chassis.domain.RuleViolation;

/** What became of one aggregate of a bulk change. */
public sealed interface BulkChange {

  /**
   * It is as the command wants it.
   *
   * @param version its version now
   * @param changed whether something had to be written
   */
  record Done(long version, boolean changed) implements BulkChange {}

  /** A rule refused it; nothing was written. */
  record Refused(RuleViolation refusal) implements BulkChange {}

  /** There is no such aggregate. */
  record Missing() implements BulkChange {}
}

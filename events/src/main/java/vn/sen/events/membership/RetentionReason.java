package vn.sen.events.membership;

/** Why data that should be erased is kept, in whole or in part. */
public enum RetentionReason {
  /** She is a member, and the Union must know its members. */
  MEMBERSHIP_LASTS,
  LOAN_OUTSTANDING,
  /** A law demands that records are kept. */
  LEGAL_RETENTION
}

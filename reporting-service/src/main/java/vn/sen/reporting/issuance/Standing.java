package vn.sen.reporting.issuance;

/** Whether a report still holds. */
public enum Standing {
  VALID,
  /** Another one has taken its place. */
  SUPERSEDED,
  /** It was taken back, and no other takes its place. */
  WITHDRAWN
}

package vn.sen.events.identity;

/** What a person or a machine may do at a unit. */
public enum Role {
  /** Reads. */
  VIEWER,
  /** Enters and corrects. */
  OFFICER,
  /** Approves what another one proposed where a figure is at stake. */
  APPROVER,
  /** Says who is who in the units below. */
  ADMINISTRATOR,
  /** Reads everything masked, for a stated purpose and time. */
  AUDITOR,
  /** A bank: its own loans only. */
  BANK,
  /** A machine that reads aggregates. */
  DASHBOARD
}

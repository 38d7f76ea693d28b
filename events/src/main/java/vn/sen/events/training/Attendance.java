package vn.sen.events.training;

/** Whether a participant was there. */
public enum Attendance {
  PRESENT,
  ABSENT,
  /** Absent with leave. */
  EXCUSED
}

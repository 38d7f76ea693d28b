package vn.sen.events.training;

/** The part of a day that a session takes. */
public enum DayPart {
  MORNING,
  AFTERNOON,
  EVENING,
  WHOLE_DAY
}

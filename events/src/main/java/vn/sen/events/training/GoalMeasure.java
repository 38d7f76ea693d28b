package vn.sen.events.training;

/** What a step of a unit's share in a programme adds to, in the indicator's last decimal. */
public enum GoalMeasure {
  /** What the unit is to reach by the end of the year. */
  TARGET,
  /** What officers state that it has reached. */
  STATED_RESULT
}

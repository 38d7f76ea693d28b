package vn.sen.events.reporting;

/** Why a warning is lifted. */
public enum LiftReason {
  /** The figure is well again. */
  RECOVERED,
  /** The unit is not on the map any more, or not of the level that the rule watches. */
  UNIT_ENDED,
  /** The rule is not in force any more. */
  RULE_ENDED
}

package vn.sen.events.membership;

/** What the value of a group's parameter looks like. */
public enum GroupParameterKind {
  /** A whole number that is not negative. */
  NUMBER,
  DATE,
  TEXT,
  /** One of the choices that the parameter lists. */
  CHOICE
}

package vn.sen.events.membership;

/** Whether a step of the figures is somebody's coming to a unit or her going from it. */
public enum Direction {
  IN,
  OUT
}

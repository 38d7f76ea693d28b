package vn.sen.events.reporting;

/** The figures that a rule can watch: shares of one count in another. */
public enum WatchedFigure {
  /** Members of the women present in the locality. */
  GATHERING_RATE,
  /** Overdue principal of the outstanding. */
  OVERDUE_RATIO,
  /** Of the checks of the use of loans due in the last twelve months, those done in time. */
  CHECKS_IN_TIME,
  /** Of the answers due to voices in the last twelve months, those given in time. */
  ANSWERS_IN_TIME
}

package vn.sen.reporting.warning;

import vn.sen.events.reporting.WatchedFigure;

/**
 * What a watched share is made of, by the ids of the indicator dictionary.
 *
 * @param indicator the share
 * @param numerator what is counted
 * @param denominator what it is measured by
 */
record Watched(String indicator, String numerator, String denominator) {

  static Watched of(WatchedFigure figure) {
    return switch (figure) {
      case GATHERING_RATE ->
          new Watched("membership.gathering-rate", "membership.members", "membership.women");
      case OVERDUE_RATIO ->
          new Watched("lending.overdue-ratio", "lending.overdue", "lending.outstanding");
      case CHECKS_IN_TIME ->
          new Watched("warnings.share", "duties.checks-in-time", "duties.checks-due");
      case ANSWERS_IN_TIME ->
          new Watched("voices.in-time-share", "voices.answered-in-time", "voices.due");
    };
  }
}

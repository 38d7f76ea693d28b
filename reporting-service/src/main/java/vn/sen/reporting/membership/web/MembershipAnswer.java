package vn.sen.reporting.membership.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Map;
import vn.sen.chassis.view.ViewPosition.TopicPosition;
import vn.sen.reporting.membership.MembershipReport;

/**
 * A report with where it comes from.
 *
 * @param stale whether the wait for what the reader has written was given up
 */
record MembershipAnswer(
    @JsonUnwrapped MembershipReport report, Position position, State freshness, boolean stale) {

  /**
   * The log positions and the map's version that the figures belong to.
   *
   * @param topics by name
   */
  record Position(Map<String, TopicPosition> topics, String orgMap) {}

  /**
   * How old the figures are.
   *
   * @param asOfInstant everything published by then is in them
   * @param complete false while something is still loaded or is held up
   */
  record State(Instant asOfInstant, long lagMillis, boolean complete) {}
}

package vn.sen.reporting.membership.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import vn.sen.reporting.membership.MembershipReport;
import vn.sen.reporting.reading.web.Links;
import vn.sen.reporting.reading.web.Position;
import vn.sen.reporting.reading.web.State;

/**
 * A report with where it comes from.
 *
 * @param stale whether the wait for what the reader has written was given up
 * @param links where more about the figures is told
 */
record MembershipAnswer(
    @JsonUnwrapped MembershipReport report, Position position, State freshness, boolean stale, Links links) {}

package vn.sen.reporting.reading.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A report with where it comes from.
 *
 * @param stale whether the wait for what the reader has written was given up
 * @param links where more about the figures is told
 */
public record ReportAnswer<T>(
    @JsonUnwrapped T report, Position position, State freshness, boolean stale, Links links) {}

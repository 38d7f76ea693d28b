package vn.sen.reporting.reading.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A report with where it comes from.
 *
 * @param knownAt the day at whose end it was known so; null if it was not asked for
 * @param stale whether the wait for what the reader has written was given up
 * @param links where more about the figures is told
 */
public record ReportAnswer<T>(
    @JsonUnwrapped T report,
    @Nullable LocalDate knownAt,
    Position position,
    State freshness,
    boolean stale,
    Links links) {}

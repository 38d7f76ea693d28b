package vn.sen.reporting.reading.web;

import java.time.Instant;

/**
 * How old figures are.
 *
 * @param asOfInstant everything published by then is in them
 * @param complete false while something is still loaded or is held up
 */
public record State(Instant asOfInstant, long lagMillis, boolean complete) {

  /** The older one of both; whole only if both are. */
  State older(State other) {
    var older = asOfInstant.isBefore(other.asOfInstant) ? this : other;
    return new State(older.asOfInstant(), older.lagMillis(), complete && other.complete());
  }
}

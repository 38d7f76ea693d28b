package vn.sen.reporting.reading;

import java.time.LocalDate;

/**
 * Sums over time in several measures. Immutable.
 *
 * @param <M> the measures
 */
public final class MeasureTotals<M extends Enum<M>> {

  private final RunningTotal[] totals;

  /**
   * @param totals by the ordinals of the measures; not to be changed any more
   */
  MeasureTotals(RunningTotal[] totals) {
    this.totals = totals;
  }

  /** A stock on a date, or all of a flow until then. */
  public long upTo(M measure, LocalDate date) {
    return totals[measure.ordinal()].upTo(date);
  }

  /** A flow in a period, both ends included. */
  public long within(M measure, LocalDate from, LocalDate to) {
    return totals[measure.ordinal()].within(from, to);
  }
}

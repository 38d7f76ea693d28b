package vn.sen.reporting.explanation;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import vn.sen.reporting.reading.MeasureTotals;

/**
 * A figure that is a sum of measures.
 *
 * @param stocks that count as they are on the last day
 * @param flows that add up over the period
 * @param <M> the measures
 */
public record Measured<M extends Enum<M>>(Set<M> stocks, Set<M> flows) {

  public Measured {
    stocks = Set.copyOf(stocks);
    flows = Set.copyOf(flows);
  }

  /** A stock on the last day. */
  public static <M extends Enum<M>> Measured<M> stock(M measure) {
    return new Measured<>(EnumSet.of(measure), Set.of());
  }

  /** A flow of the period. */
  public static <M extends Enum<M>> Measured<M> flow(M measure) {
    return new Measured<>(Set.of(), EnumSet.of(measure));
  }

  /** What the measures come to in a period, both ends included. */
  public long of(MeasureTotals<M> totals, LocalDate from, LocalDate asOf) {
    long sum = 0;
    for (var stock : stocks) {
      sum += totals.upTo(stock, asOf);
    }
    for (var flow : flows) {
      sum += totals.within(flow, from, asOf);
    }
    return sum;
  }

  /** How often a step of a day counts in a period: once or not at all. */
  public long weight(M measure, LocalDate date, LocalDate from, LocalDate asOf) {
    boolean counts =
        !date.isAfter(asOf)
            && (stocks.contains(measure) || flows.contains(measure) && !date.isBefore(from));
    return counts ? 1 : 0;
  }
}

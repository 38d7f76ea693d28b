package vn.sen.reporting.explanation;

import java.math.BigDecimal;
import java.util.List;

/**
 * The events behind a part of a figure.
 *
 * @param figure that the events add to
 * @param value of the part, as the view in service has it
 * @param sum of what all its events added
 * @param agrees whether both are equal, as they must be
 * @param count of all its events, of which this is a page
 * @param events in the order in which the broker appended them
 */
public record PartEvents(
    String figure,
    String part,
    BigDecimal value,
    BigDecimal sum,
    boolean agrees,
    long count,
    List<CountedEvent> events) {

  public PartEvents {
    events = List.copyOf(events);
  }
}

package vn.sen.reporting.explanation;

import java.math.BigDecimal;
import java.util.List;

/**
 * All events behind a part, in the order in which the broker appended them.
 *
 * @param sum of what they added
 */
public record Evidence(BigDecimal sum, List<CountedEvent> events) {

  public Evidence {
    events = List.copyOf(events);
  }
}

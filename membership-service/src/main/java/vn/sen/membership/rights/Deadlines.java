package vn.sen.membership.rights;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import vn.sen.events.membership.DataRight;

/** All deadlines there have been. */
record Deadlines(List<Deadline> all) {

  Deadlines {
    all = List.copyOf(all);
  }

  /**
   * The deadline of a request that came on that day.
   *
   * @throws RightsRules.NoDeadlineOnThatDay if there was none
   */
  Deadline of(DataRight right, LocalDate received) {
    return all.stream()
        .filter(d -> d.right() == right && !d.from().isAfter(received))
        .max(Comparator.comparing(Deadline::from))
        .orElseThrow(() -> new RightsRules.NoDeadlineOnThatDay(received));
  }
}

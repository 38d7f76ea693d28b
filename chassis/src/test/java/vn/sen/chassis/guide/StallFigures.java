package vn.sen.chassis.guide;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.chassis.view.ViewReader;

/** The figures that the report is answered from. */
final class StallFigures implements ViewReader<StallView.Leaf> {

  private final Map<StallView.Leaf, Long> rows = new HashMap<>();
  private volatile Map<StallView.Leaf, Long> published = Map.of();

  @Override
  public void add(StallView.Leaf row, long delta) {
    rows.merge(row, delta, Long::sum);
  }

  @Override
  public void publish(ViewPosition position) {
    published = Map.copyOf(rows);
  }

  /** Stalls at a unit's fairs up to a date. */
  long stalls(UUID unitId, LocalDate asOf) {
    return published.entrySet().stream()
        .filter(row -> row.getKey().unitId().equals(unitId))
        .filter(row -> !row.getKey().date().isAfter(asOf))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}

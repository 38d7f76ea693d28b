package vn.sen.reporting.reading;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.org.OrgMap;

/**
 * Remembers the territories of the days asked for last, as long as the map's facts stay the same.
 */
public final class Territories {

  private static final int DAYS_KEPT = 32;

  private final Map<LocalDate, Territory> days =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<LocalDate, Territory> eldest) {
          return size() > DAYS_KEPT;
        }
      };
  private @Nullable OrgMap remembered;

  public synchronized Territory on(OrgMap map, LocalDate day) {
    if (remembered != map) {
      days.clear();
      remembered = map;
    }
    return days.computeIfAbsent(day, d -> new Territory(map, d));
  }
}

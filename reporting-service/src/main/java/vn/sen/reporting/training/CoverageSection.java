package vn.sen.reporting.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitLevel;

/**
 * Which part of a report of coverage a figure stands in; the total where all are null.
 *
 * @param row see {@link vn.sen.reporting.reading.RowChoice#of}, or {@link
 *     vn.sen.reporting.reading.RowChoice#OFF_MAP}; rows are not divided
 * @param title code or id, of posts at units of the level
 * @param postLevel of the units at which the posts are
 */
public record CoverageSection(
    @Nullable String row, @Nullable String title, @Nullable UnitLevel postLevel) {

  /** What it is limited to beside its row, by the names in the report's JSON. */
  public Map<String, String> limits() {
    var limits = new LinkedHashMap<String, String>();
    if (title != null) {
      limits.put("title", title);
    }
    if (postLevel != null) {
      limits.put("postLevel", postLevel.name());
    }
    return limits;
  }

  /** Whether the report has such a part. */
  boolean isThere() {
    return row == null ? title == null || postLevel != null : title == null && postLevel == null;
  }
}

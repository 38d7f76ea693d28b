package vn.sen.reporting.training;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a report a figure stands in; the total where all are null.
 *
 * @param row see {@link vn.sen.reporting.reading.RowChoice#of}
 * @param theme code or id
 * @param course code or id
 * @param programme a code, or {@link #NONE}
 * @param category of the participants, or {@link #NONE} for what is about classes as a whole
 */
public record TrainingSection(
    @Nullable String row,
    @Nullable String theme,
    @Nullable String course,
    @Nullable String programme,
    @Nullable String category) {

  /** Outside any programme; of no category. */
  public static final String NONE = "none";

  /** What the report must be divided by to show the figure. */
  Set<Dimension> dimensions() {
    var dimensions = EnumSet.noneOf(Dimension.class);
    if (theme != null) {
      dimensions.add(Dimension.THEME);
    }
    if (course != null) {
      dimensions.add(Dimension.COURSE);
    }
    if (programme != null) {
      dimensions.add(Dimension.PROGRAMME);
    }
    if (category != null) {
      dimensions.add(Dimension.CATEGORY);
    }
    if (row != null && !dimensions.isEmpty()) {
      dimensions.add(Dimension.UNIT);
    }
    return dimensions;
  }

  /** What it is limited to beside its row, by the names in the report's JSON. */
  public Map<String, String> limits() {
    var limits = new LinkedHashMap<String, String>();
    if (theme != null) {
      limits.put("theme", theme);
    }
    if (course != null) {
      limits.put("course", course);
    }
    if (programme != null) {
      limits.put("programme", programme);
    }
    if (category != null) {
      limits.put("category", category);
    }
    return limits;
  }
}

package vn.sen.reporting.communitygroup;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a report a figure stands in; the total where all are null.
 *
 * @param row see {@link vn.sen.reporting.reading.RowChoice#of}
 * @param type the code of a type
 * @param programme the code of a programme, or {@link #NO_PROGRAMME}
 */
public record GroupSection(
    @Nullable String row, @Nullable String type, @Nullable String programme) {

  /** Groups of no programme. */
  public static final String NO_PROGRAMME = "none";

  /** What the report must be divided by to show the figure. */
  Set<Dimension> dimensions() {
    var dimensions = EnumSet.noneOf(Dimension.class);
    if (type != null) {
      dimensions.add(Dimension.TYPE);
    }
    if (programme != null) {
      dimensions.add(Dimension.PROGRAMME);
    }
    if (row != null && !dimensions.isEmpty()) {
      dimensions.add(Dimension.UNIT);
    }
    return dimensions;
  }

  /** What it is limited to beside its row, by the names in the report's JSON. */
  public Map<String, String> limits() {
    var limits = new LinkedHashMap<String, String>();
    if (type != null) {
      limits.put("type", type);
    }
    if (programme != null) {
      limits.put("programme", programme);
    }
    return limits;
  }
}

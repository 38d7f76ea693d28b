package vn.sen.reporting.lending;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a report a figure stands in; the total where all are null.
 *
 * @param row see {@link vn.sen.reporting.reading.RowChoice#of}
 * @param bank code or id
 * @param programme code or id
 * @param groupRank a rank, or {@link #NO_RANK}
 */
public record LendingCell(
    @Nullable String row,
    @Nullable String bank,
    @Nullable String programme,
    @Nullable String groupRank) {

  /** What is outside any group, or in one without a rank. */
  public static final String NO_RANK = "none";

  /** What the report must be divided by to show the figure. */
  Set<Dimension> dimensions() {
    var dimensions = EnumSet.noneOf(Dimension.class);
    if (bank != null) {
      dimensions.add(Dimension.BANK);
    }
    if (programme != null) {
      dimensions.add(Dimension.PROGRAMME);
    }
    if (groupRank != null) {
      dimensions.add(Dimension.GROUP_RANK);
    }
    if (row != null && !dimensions.isEmpty()) {
      dimensions.add(Dimension.UNIT);
    }
    return dimensions;
  }

  /** What it is limited to beside its row, by the names in the report's JSON. */
  public Map<String, String> limits() {
    var limits = new HashMap<String, String>();
    if (bank != null) {
      limits.put("bank", bank);
    }
    if (programme != null) {
      limits.put("programme", programme);
    }
    if (groupRank != null) {
      limits.put("groupRank", groupRank);
    }
    return limits;
  }
}

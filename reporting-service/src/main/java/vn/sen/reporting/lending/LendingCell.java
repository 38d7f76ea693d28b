package vn.sen.reporting.lending;

import java.time.YearMonth;
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
 * @param groupRank a rank, or {@link #NONE}
 * @param month of fees
 */
public record LendingCell(
    @Nullable String row,
    @Nullable String bank,
    @Nullable String programme,
    @Nullable String groupRank,
    @Nullable YearMonth month) {

  /**
   * What is outside any group, or in one without a rank; fees that were paid for all programmes in
   * one sum.
   */
  public static final String NONE = "none";

  /** In all months. */
  public LendingCell(
      @Nullable String row,
      @Nullable String bank,
      @Nullable String programme,
      @Nullable String groupRank) {
    this(row, bank, programme, groupRank, null);
  }

  /** A row as a whole. */
  public static LendingCell of(@Nullable String row) {
    return new LendingCell(row, null, null, null);
  }

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
    if (month != null) {
      limits.put("month", month.toString());
    }
    return limits;
  }
}

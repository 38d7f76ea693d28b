package vn.sen.chassis.sheet;

import java.util.List;

/**
 * A row of a sheet as texts.
 *
 * @param number as the user's program counts; the heading is 1
 * @param texts one for each column of the heading, empty where the cell is; numbers without an
 *     exponent, days as ISO dates where the column has dates
 */
public record SheetRow(long number, List<String> texts) {

  /** Stands for a cell that computes its value: nobody can say what was meant to be entered. */
  public static final String FORMULA = "=";

  /**
   * Stands for a cell that shows the value of the first cell of a merged area and has none itself.
   */
  public static final String MERGED = "\uE000";

  public SheetRow {
    texts = List.copyOf(texts);
  }
}

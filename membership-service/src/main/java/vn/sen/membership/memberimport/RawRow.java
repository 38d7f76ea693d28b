package vn.sen.membership.memberimport;

import java.util.List;

/**
 * A row as it stands in the file.
 *
 * @param number the line in the file, as the user's editor counts; the heading is 1
 * @param values one text for each {@link Column} in its order, empty where the file has none
 */
record RawRow(long number, List<String> values) {

  /** Stands for a cell that computes its value: nobody can say what the officer meant to enter. */
  static final String FORMULA = "=";

  /**
   * Stands for a cell that shows the value of the first cell of a merged area and has none itself.
   */
  static final String MERGED = "\uE000";

  RawRow {
    values = List.copyOf(values);
  }

  String value(Column column) {
    return values.get(column.ordinal());
  }
}

package vn.sen.membership.memberimport;

import java.util.List;

/**
 * A row as it stands in the file.
 *
 * @param number the line in the file, as the user's editor counts; the heading is 1
 * @param values one text for each {@link Column} in its order, empty where the file has none
 */
public record RawRow(long number, List<String> values) {

  public RawRow {
    values = List.copyOf(values);
  }

  /** The text in a column, empty where there is none. */
  public String value(Column column) {
    return values.get(column.ordinal());
  }
}

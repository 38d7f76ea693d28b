package vn.sen.membership.memberimport;

import java.util.List;

/**
 * A row as it stands in the file.
 *
 * @param number the line in the file, as the user's editor counts; the heading is 1
 * @param values one text for each {@link Column} in its order, empty where the file has none
 */
record RawRow(long number, List<String> values) {

  RawRow {
    values = List.copyOf(values);
  }

  String value(Column column) {
    return values.get(column.ordinal());
  }
}

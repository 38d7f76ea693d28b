package vn.sen.reporting.export;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/**
 * Rows under columns.
 *
 * @param name the list of the report that it shows, such as {@code rows} or {@code byBank}
 * @param columns paths of what a row holds, such as {@code unit.code}
 * @param rows begins anew with each call; a cell for each column
 */
public record Table(String name, List<String> columns, Supplier<Iterator<List<Cell>>> rows) {

  /** The table that a report is about. */
  public static final String MAIN = "rows";

  /** What a row is: of a unit, what is left, or the total of all. */
  public static final String KIND = "row";

  public Table {
    columns = List.copyOf(columns);
  }

  /** A table that is in memory already. */
  public static Table of(String name, List<String> columns, List<List<Cell>> rows) {
    return new Table(name, columns, rows::iterator);
  }
}

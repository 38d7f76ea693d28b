package vn.sen.reporting.export;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

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

  private static final int NAMING = 3;

  public Table {
    columns = List.copyOf(columns);
  }

  /** Those of the first columns that tell what a row is about: they stand on each of its parts. */
  List<Integer> naming() {
    return IntStream.range(0, Math.min(NAMING, columns.size()))
        .filter(column -> isNaming(columns.get(column)))
        .boxed()
        .toList();
  }

  private static boolean isNaming(String path) {
    return path.equals(KIND) || path.endsWith("code") || path.endsWith("name");
  }

  /** A table that is in memory already. */
  public static Table of(String name, List<String> columns, List<List<Cell>> rows) {
    return new Table(name, columns, rows::iterator);
  }
}

package vn.sen.membership.memberimport;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.sen.chassis.sheet.XlsxSheet;

/** Reads the rows of a file one after the other, never the whole file at once. */
public interface RowReader {

  /** Rows of a CSV file in UTF-8, separated by comma, semicolon or tab. */
  RowReader CSV = new CsvRowReader();

  /** Rows of the first sheet of an Excel workbook. */
  RowReader XLSX = xlsx(XlsxSheet.MAX_UNPACKED_BYTES);

  /** An import has at most so many rows. */
  int MAX_ROWS = 1_000_000;

  /** What every list of members to import has. */
  List<Column> OF_MEMBERS = List.of(Column.UNIT_CODE, Column.FULL_NAME, Column.JOINED_ON);

  /**
   * Rows of the first sheet of an Excel workbook that may be smaller than others.
   *
   * @param maxUnpackedBytes what the workbook may unpack to
   */
  static RowReader xlsx(long maxUnpackedBytes) {
    return new XlsxRowReader(maxUnpackedBytes);
  }

  /**
   * Hands each row that is not empty to the consumer.
   *
   * @param required the columns that the file must have
   * @throws IOException if the file cannot be read from the disk
   * @throws vn.sen.chassis.domain.RuleViolation if the file as a whole cannot be taken
   */
  void read(Path file, List<Column> required, Consumer<RawRow> rows) throws IOException;

  /** Where in a row which column stands. */
  final class Heading {

    private final Map<Column, Integer> positions = new EnumMap<>(Column.class);
    private final int width;

    /**
     * @throws FileRefusals.ColumnUnknown for a heading that is none of ours
     * @throws FileRefusals.ColumnTwice for a column that stands there twice
     * @throws FileRefusals.ColumnMissing for a column that is required
     */
    Heading(List<String> headings, List<Column> required) {
      width = headings.size();
      for (int i = 0; i < headings.size(); i++) {
        var heading = headings.get(i);
        if (heading.isBlank()) {
          continue; // what stands below it is nobody's
        }
        int position = i + 1;
        var column = Column.of(heading).orElseThrow(() -> new FileRefusals.ColumnUnknown(position));
        if (positions.put(column, i) != null) {
          throw new FileRefusals.ColumnTwice(column.heading());
        }
      }
      required.stream()
          .filter(column -> !positions.containsKey(column))
          .findFirst()
          .ifPresent(
              column -> {
                throw new FileRefusals.ColumnMissing(column.heading());
              });
    }

    Map<Column, Integer> positions() {
      return Collections.unmodifiableMap(positions);
    }

    int width() {
      return width;
    }

    /** Puts the texts of a row into the order of the columns. */
    RawRow row(long number, List<String> texts) {
      var values = new String[Column.values().length];
      Arrays.fill(values, "");
      positions.forEach(
          (column, position) -> {
            if (position < texts.size()) {
              values[column.ordinal()] = texts.get(position);
            }
          });
      return new RawRow(number, new ArrayList<>(Arrays.asList(values)));
    }
  }
}

package vn.sen.lending.statement;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Comma separated values below a heading. A record is a line: one with a quote that nobody closes
 * costs nothing but itself.
 */
final class CsvLines implements LineFormat {

  private @Nullable List<Field> columns;

  @Override
  public Values values(long number, String line) throws LineUnreadable {
    var fields = fields(line);
    if (columns == null) {
      columns = columns(fields);
      return Values.headingOnly();
    }
    if (fields.size() != columns.size()) {
      throw unreadable();
    }
    Map<Field, String> texts = new EnumMap<>(Field.class);
    for (int i = 0; i < columns.size(); i++) {
      if (!fields.get(i).isEmpty()) {
        texts.put(columns.get(i), fields.get(i));
      }
    }
    return new Values(texts, false);
  }

  private static List<Field> columns(List<String> heading) {
    var columns = new ArrayList<Field>(heading.size());
    for (int i = 0; i < heading.size(); i++) {
      int position = i + 1;
      var field =
          Field.of(heading.get(i).strip())
              .orElseThrow(() -> new FileRefusals.ColumnUnknown(position));
      if (columns.contains(field)) {
        throw new FileRefusals.ColumnTwice(field.label());
      }
      columns.add(field);
    }
    for (var field : Field.values()) {
      if (field.required() && !columns.contains(field)) {
        throw new FileRefusals.ColumnMissing(field.label());
      }
    }
    return columns;
  }

  private static List<String> fields(String line) throws LineUnreadable {
    if (!quotesFit(line)) {
      throw unreadable();
    }
    try (var csv = CsvReader.builder().ofCsvRecord(line);
        var records = csv.iterator()) {
      return records.hasNext() ? records.next().getFields() : List.of("");
    } catch (CsvParseException | UncheckedIOException e) {
      throw unreadable();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The reader would close an open quote at the end by itself. */
  private static boolean quotesFit(String line) {
    return line.chars().filter(c -> c == '"').count() % 2 == 0;
  }

  private static LineUnreadable unreadable() {
    return new LineUnreadable("", "line-unreadable");
  }
}

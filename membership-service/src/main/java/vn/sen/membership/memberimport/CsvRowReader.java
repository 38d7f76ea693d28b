package vn.sen.membership.memberimport;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import vn.sen.chassis.sheet.SheetRefusals;

/** CSV as Vietnamese and English Excel write it. */
final class CsvRowReader implements RowReader {

  /** A longer record cannot be the entry of one member. */
  private static final int MAX_RECORD_CHARS = 64 * 1024;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  @Override
  public void read(Path file, List<Column> required, Consumer<RawRow> rows) throws IOException {
    try (var text = open(file)) {
      char separator = separator(text);
      try (var csv =
          CsvReader.builder()
              .fieldSeparator(separator)
              .allowExtraFields(true)
              .allowMissingFields(true)
              .maxBufferSize(MAX_RECORD_CHARS)
              .ofCsvRecord(text)) {
        read(csv, required, rows);
      }
    } catch (CharacterCodingException e) {
      throw new FileRefusals.FileNotUtf8();
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw new FileRefusals.FileNotUtf8();
      }
      throw e;
    }
  }

  private static void read(CsvReader<CsvRecord> csv, List<Column> required, Consumer<RawRow> rows)
      throws IOException {
    long line = 1;
    try (var records = csv.iterator()) {
      if (!records.hasNext()) {
        throw new SheetRefusals.FileEmpty();
      }
      var heading = new Heading(records.next().getFields(), required);
      while (records.hasNext()) {
        var record = records.next();
        line = record.getStartingLineNumber();
        if (record.getFields().stream().anyMatch(field -> !field.isBlank())) {
          rows.accept(heading.row(line, fields(record, heading)));
        }
      }
    } catch (CsvParseException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw new FileRefusals.FileNotUtf8();
      }
      throw new SheetRefusals.FileMalformed(line + 1);
    }
  }

  /**
   * A row with more fields than the heading has lost its order: nobody can say which field is
   * which.
   */
  private static List<String> fields(CsvRecord record, Heading heading) {
    if (record.getFieldCount() > heading.width()) {
      throw new SheetRefusals.FileMalformed(record.getStartingLineNumber());
    }
    return record.getFields();
  }

  private static BufferedReader open(Path file) throws IOException {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder));
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return reader;
  }

  /** Excel writes the separator of its user's locale: the one that occurs most in the heading. */
  private static char separator(BufferedReader text) throws IOException {
    text.mark(MAX_RECORD_CHARS + 1);
    var heading = new StringBuilder();
    for (int c = text.read(); c >= 0 && c != '\n'; c = text.read()) {
      heading.append((char) c);
      if (heading.length() == MAX_RECORD_CHARS) {
        throw new SheetRefusals.FileMalformed(1);
      }
    }
    text.reset();
    return List.of(',', ';', '\t').stream()
        .max(Comparator.comparingLong(c -> heading.chars().filter(h -> h == c).count()))
        .orElse(',');
  }
}

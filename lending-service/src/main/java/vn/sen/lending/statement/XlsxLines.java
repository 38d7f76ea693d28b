package vn.sen.lending.statement;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.sheet.SheetRow;
import vn.sen.chassis.sheet.SpooledFiles;
import vn.sen.chassis.sheet.XlsxSheet;

/**
 * The first sheet of a workbook, a row of which is a loan. A workbook can only be read from a file:
 * it lies in the temporary folder while it is taken in.
 */
final class XlsxLines implements LineSource {

  /** As people write a day where the cell is text. */
  private static final Pattern DAY = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");

  private final Path file;
  private final XlsxSheet sheet;
  private final List<@Nullable Field> columns;

  private XlsxLines(Path file, XlsxSheet sheet, List<@Nullable Field> columns) {
    this.file = file;
    this.sheet = sheet;
    this.columns = columns;
  }

  /**
   * Spools a workbook and opens it.
   *
   * @throws vn.sen.chassis.domain.RuleViolation if it cannot be taken; nothing of it stays
   */
  static XlsxLines spooled(InputStream in, SpooledFiles files) throws IOException {
    var file = files.create();
    XlsxSheet sheet = null;
    boolean opened = false;
    try {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      sheet = XlsxSheet.open(file);
      var columns = columns(sheet.heading());
      sheet.datesIn(
          IntStream.range(0, columns.size())
              .filter(i -> isDate(columns.get(i)))
              .boxed()
              .collect(Collectors.toUnmodifiableSet()));
      opened = true;
      return new XlsxLines(file, sheet, columns);
    } finally {
      if (!opened) {
        if (sheet != null) {
          sheet.close();
        }
        Files.deleteIfExists(file);
      }
    }
  }

  private static boolean isDate(@Nullable Field field) {
    return field != null && field.kind() == Field.Kind.DATE;
  }

  private static List<@Nullable Field> columns(List<String> heading) {
    var columns = new ArrayList<@Nullable Field>(heading.size());
    for (int i = 0; i < heading.size(); i++) {
      int position = i + 1;
      var text = heading.get(i);
      // what stands below no heading is nobody's
      var field =
          text.isBlank()
              ? null
              : Field.ofHeading(text).orElseThrow(() -> new FileRefusals.ColumnUnknown(position));
      if (field != null && columns.contains(field)) {
        throw new FileRefusals.ColumnTwice(field.label());
      }
      columns.add(field);
    }
    for (var field : Field.values()) {
      if (field.required() && !columns.contains(field)) {
        throw new FileRefusals.ColumnMissing(field.label());
      }
    }
    return Collections.unmodifiableList(columns);
  }

  @Override
  public @Nullable Line next() {
    var row = sheet.next();
    if (row == null) {
      return null;
    }
    Map<Field, String> texts = new EnumMap<>(Field.class);
    Map<Field, String> faults = new EnumMap<>(Field.class);
    for (int i = 0; i < columns.size(); i++) {
      var field = columns.get(i);
      if (field != null) {
        put(field, row.texts().get(i), texts, faults);
      }
    }
    return new Fields(row.number(), texts, faults);
  }

  private static void put(
      Field field, String text, Map<Field, String> texts, Map<Field, String> faults) {
    if (text.startsWith(SheetRow.FORMULA)) {
      faults.put(field, "cell-with-formula");
    } else if (text.equals(SheetRow.MERGED)) {
      faults.put(field, "cell-merged");
    } else if (!text.isBlank()) {
      texts.put(field, isDate(field) ? day(text.strip()) : text);
    }
  }

  private static String day(String text) {
    var written = DAY.matcher(text);
    return written.matches()
        ? "%s-%02d-%02d"
            .formatted(
                written.group(3),
                Integer.parseInt(written.group(2)),
                Integer.parseInt(written.group(1)))
        : text;
  }

  @Override
  public void close() throws IOException {
    try {
      sheet.close();
    } finally {
      Files.deleteIfExists(file);
    }
  }
}

package vn.sen.membership.memberimport;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sen.chassis.sheet.XlsxSheet;

/**
 * The first sheet of a workbook; dates may be Excel's day numbers, formulas are marked for refusal.
 */
final class XlsxRowReader implements RowReader {

  private final long maxUnpackedBytes;

  XlsxRowReader(long maxUnpackedBytes) {
    this.maxUnpackedBytes = maxUnpackedBytes;
  }

  @Override
  public void read(Path file, List<Column> required, Consumer<RawRow> rows) throws IOException {
    try (var sheet = XlsxSheet.open(file, maxUnpackedBytes)) {
      var heading = new Heading(sheet.heading(), required);
      sheet.datesIn(
          Stream.of(Column.BIRTH_DATE, Column.JOINED_ON)
              .map(heading.positions()::get)
              .filter(Objects::nonNull)
              .collect(Collectors.toUnmodifiableSet()));
      for (var row = sheet.next(); row != null; row = sheet.next()) {
        rows.accept(heading.row(row.number(), row.texts()));
      }
    }
  }
}

package vn.sen.membership.memberimport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/**
 * The first sheet of a workbook; dates may be Excel's day numbers, formulas are marked for refusal.
 */
final class XlsxRowReader implements RowReader {

  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  /** Workbooks that began on a Macintosh count from here. */
  private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);

  private static final BigDecimal LAST_DAY = BigDecimal.valueOf(100_000);

  @Override
  public void read(Path file, Consumer<RawRow> rows) throws IOException {
    XlsxGuard.check(file);
    var layout = SheetLayout.ofFirstSheet(file);
    try (var workbook = new ReadableWorkbook(file.toFile());
        var sheet = workbook.getFirstSheet().openStream()) {
      new Cells(layout, layout.countsFrom1904() ? DAY_ZERO_1904 : DAY_ZERO)
          .read(sheet.iterator(), rows);
    } catch (ExcelReaderException e) {
      throw new FileRefusals.FileMalformed(1);
    }
  }

  /** The cells of one sheet. */
  private record Cells(SheetLayout layout, LocalDate dayZero) {

    void read(Iterator<Row> sheet, Consumer<RawRow> rows) {
      if (!sheet.hasNext()) {
        throw new FileRefusals.FileEmpty();
      }
      var heading = new Heading(headings(sheet.next()));
      var dates =
          new int[] {
            heading.positions().getOrDefault(Column.BIRTH_DATE, -1),
            heading.positions().getOrDefault(Column.JOINED_ON, -1)
          };
      long number = 1;
      try {
        while (sheet.hasNext()) {
          var row = sheet.next();
          number = row.getRowNum();
          var texts = texts(row, heading.width(), dates);
          if (texts.stream().anyMatch(text -> !text.isBlank())) {
            rows.accept(heading.row(number, texts));
          }
        }
      } catch (ExcelReaderException | UncheckedIOException e) {
        throw new FileRefusals.FileMalformed(number + 1);
      }
    }

    private List<String> headings(Row row) {
      var headings = new ArrayList<String>();
      for (int i = 0; i < row.getCellCount(); i++) {
        headings.add(text(cell(row, i), false));
      }
      return headings;
    }

    private List<String> texts(Row row, int width, int[] dates) {
      var texts = new ArrayList<String>(width);
      for (int i = 0; i < width; i++) {
        texts.add(
            layout.covers(row.getRowNum() - 1, i)
                ? RawRow.MERGED
                : text(cell(row, i), i == dates[0] || i == dates[1]));
      }
      return texts;
    }

    private @Nullable Cell cell(Row row, int index) {
      return index < row.getCellCount() ? row.getCell(index) : null;
    }

    private String text(@Nullable Cell cell, boolean date) {
      if (cell == null || cell.getType() == CellType.EMPTY) {
        return "";
      }
      return switch (cell.getType()) {
        case STRING -> cell.asString();
        case NUMBER -> number(cell.asNumber(), date);
        case FORMULA -> RawRow.FORMULA;
        default -> cell.getText();
      };
    }

    private String number(BigDecimal number, boolean date) {
      if (date && number.signum() > 0 && number.compareTo(LAST_DAY) < 0) {
        // a year typed as a number stays a year: no member was born or admitted before June 1905
        return number.compareTo(BigDecimal.valueOf(2_100)) > 0
            ? dayZero.plusDays(number.longValue()).toString()
            : number.toPlainString();
      }
      return number.stripTrailingZeros().toPlainString();
    }
  }
}

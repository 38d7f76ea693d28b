package vn.sen.chassis.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/**
 * The first sheet of a workbook, row by row below its heading. Formulas and cells that only look
 * filled are marked ({@link SheetRow}), for whoever reads to refuse them.
 */
public final class XlsxSheet implements Closeable {

  /** A workbook unpacks to no more, unless who reads it wants less. */
  public static final long MAX_UNPACKED_BYTES = 512L << 20;

  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  /** Workbooks that began on a Macintosh count from here. */
  private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);

  private static final BigDecimal LAST_DAY = BigDecimal.valueOf(100_000);

  /** A number up to here in a column of dates is a year: nothing told of was before June 1905. */
  private static final BigDecimal LAST_YEAR = BigDecimal.valueOf(2_100);

  /** As many digits as Excel shows; what is behind them is the error of its binary fractions. */
  private static final MathContext SHOWN = new MathContext(15);

  private final SheetLayout layout;
  private final ReadableWorkbook workbook;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private final List<String> heading;
  private Set<Integer> dates = Set.of();
  private long number = 1;

  private XlsxSheet(SheetLayout layout, ReadableWorkbook workbook) throws IOException {
    this.layout = layout;
    this.workbook = workbook;
    this.stream = workbook.getFirstSheet().openStream();
    this.rows = stream.iterator();
    this.heading = readHeading();
  }

  /** Opens a workbook that may unpack to {@link #MAX_UNPACKED_BYTES}. */
  public static XlsxSheet open(Path file) throws IOException {
    return open(file, MAX_UNPACKED_BYTES);
  }

  /**
   * Opens a workbook, after a look into it.
   *
   * @param maxUnpackedBytes what it may unpack to
   * @throws IOException if the file cannot be read from the disk
   * @throws SheetRefusals.WorkbookUnsafe for macros, and for what is no workbook
   * @throws SheetRefusals.FileTooLarge if it would unpack to more
   * @throws SheetRefusals.FileMalformed if its first row cannot be read
   * @throws SheetRefusals.FileEmpty if there is none
   */
  public static XlsxSheet open(Path file, long maxUnpackedBytes) throws IOException {
    XlsxGuard.check(file, maxUnpackedBytes);
    var layout = SheetLayout.ofFirstSheet(file);
    ReadableWorkbook workbook = null;
    try {
      workbook = new ReadableWorkbook(file.toFile());
      var sheet = new XlsxSheet(layout, workbook);
      workbook = null;
      return sheet;
    } catch (ExcelReaderException | UncheckedIOException e) {
      throw new SheetRefusals.FileMalformed(1);
    } finally {
      if (workbook != null) {
        workbook.close();
      }
    }
  }

  private List<String> readHeading() {
    if (!rows.hasNext()) {
      throw new SheetRefusals.FileEmpty();
    }
    var row = rows.next();
    var texts = new ArrayList<String>();
    for (int i = 0; i < row.getCellCount(); i++) {
      texts.add(text(cell(row, i), false));
    }
    return List.copyOf(texts);
  }

  /** The texts of the first row. */
  public List<String> heading() {
    return heading;
  }

  /** Says in which columns, from 0, a number is a day. */
  public void datesIn(Set<Integer> columns) {
    dates = Set.copyOf(columns);
  }

  /**
   * The next row that is not empty; null behind the last one.
   *
   * @throws SheetRefusals.FileMalformed if the sheet makes no sense from here on
   */
  public @Nullable SheetRow next() {
    try {
      while (rows.hasNext()) {
        var row = rows.next();
        number = row.getRowNum();
        var texts = texts(row);
        if (texts.stream().anyMatch(text -> !text.isBlank())) {
          return new SheetRow(number, texts);
        }
      }
      return null;
    } catch (ExcelReaderException | UncheckedIOException e) {
      throw new SheetRefusals.FileMalformed(number + 1);
    }
  }

  private List<String> texts(Row row) {
    var texts = new ArrayList<String>(heading.size());
    for (int i = 0; i < heading.size(); i++) {
      texts.add(
          layout.covers(row.getRowNum() - 1, i)
              ? SheetRow.MERGED
              : text(cell(row, i), dates.contains(i)));
    }
    return texts;
  }

  private static @Nullable Cell cell(Row row, int index) {
    return index < row.getCellCount() ? row.getCell(index) : null;
  }

  private String text(@Nullable Cell cell, boolean date) {
    if (cell == null || cell.getType() == CellType.EMPTY) {
      return "";
    }
    return switch (cell.getType()) {
      case STRING -> cell.asString();
      case NUMBER -> number(cell.asNumber(), date);
      case FORMULA -> SheetRow.FORMULA;
      default -> cell.getText();
    };
  }

  private String number(BigDecimal number, boolean date) {
    if (date && number.compareTo(LAST_YEAR) > 0 && number.compareTo(LAST_DAY) < 0) {
      var zero = layout.countsFrom1904() ? DAY_ZERO_1904 : DAY_ZERO;
      return zero.plusDays(number.longValue()).toString();
    }
    return number.round(SHOWN).stripTrailingZeros().toPlainString();
  }

  @Override
  public void close() throws IOException {
    stream.close();
    workbook.close();
  }
}

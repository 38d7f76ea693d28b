package vn.sen.lending;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Workbooks as banks write them. */
public final class Workbooks {

  private Workbooks() {}

  /**
   * A workbook of one sheet.
   *
   * @param fields of the rows, in the order of the columns
   * @param headings of the columns
   * @param more what else is done to the sheet
   */
  public static byte[] of(
      List<String> fields,
      List<String> headings,
      List<? extends Map<String, ?>> rows,
      Consumer<Worksheet> more) {
    var out = new ByteArrayOutputStream();
    try (var workbook = new Workbook(out, "test", "1.0")) {
      var sheet = workbook.newWorksheet("Sao kê");
      for (int column = 0; column < fields.size(); column++) {
        sheet.value(0, column, headings.get(column));
        for (int row = 0; row < rows.size(); row++) {
          put(sheet, row + 1, column, rows.get(row).get(fields.get(column)));
        }
      }
      more.accept(sheet);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void put(Worksheet sheet, int row, int column, @Nullable Object value) {
    switch (value) {
      case Number number -> sheet.value(row, column, number);
      case String text -> sheet.value(row, column, text);
      case null -> {
        // the cell stays empty
      }
      default -> throw new IllegalArgumentException("No value of a cell: " + value);
    }
  }
}

package vn.sen.reporting.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One table of a report as CSV, in UTF-8 with a heading. Where the figures come from stands on each
 * row, behind what the row says, so that the file is one table for whatever reads it.
 */
public final class CsvFile {

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final String BEGINS_A_FORMULA = "=+-@\t\r";

  private final CsvOptions options;
  private final Headings headings;

  /**
   * @param headings in the reader's language
   */
  public CsvFile(CsvOptions options, Headings headings) {
    this.options = options;
    this.headings = headings;
  }

  /**
   * Writes row by row; the stream stays open.
   *
   * @param about facts that are repeated on each row
   */
  public void write(Table table, List<Fact> about, OutputStream out) throws IOException {
    var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    if (options.bom()) {
      writer.write(BYTE_ORDER_MARK);
    }
    var csv = CsvWriter.builder().fieldSeparator(options.separator()).build(writer);
    try {
      write(table, about, csv);
      csv.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void write(Table table, List<Fact> about, CsvWriter csv) {
    var columns = new ArrayList<>(table.columns());
    about.forEach(fact -> columns.add(fact.path()));
    csv.writeRecord(headings.of(columns));
    var repeated = about.stream().map(Fact::value).toList();
    var rows = table.rows().get();
    while (rows.hasNext()) {
      var cells = new ArrayList<>(rows.next());
      cells.addAll(repeated);
      var fields = new String[cells.size()];
      for (int i = 0; i < fields.length; i++) {
        fields[i] = field(columns.get(i), cells.get(i));
      }
      csv.writeRecord(fields);
    }
  }

  private String field(String path, Cell cell) {
    return switch (cell) {
      case Cell.Empty _ -> "";
      case Cell.Text(var text) -> harmless(headings.ofValue(path, text));
      case Cell.Figure(var number) -> number.toPlainString().replace('.', options.decimal());
      case Cell.Day(var date) -> date.toString();
      case Cell.Flag(boolean yes) -> headings.of(yes);
    };
  }

  /** A text that a spreadsheet would carry out is one again behind an apostrophe. */
  private static String harmless(String text) {
    return !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}

package vn.sen.reporting.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A report on paper: what it is, then its tables, each with its heading on every page. A table that
 * is wider than the paper goes on in further parts, which begin with the same first columns.
 */
public final class PdfPrint {

  /** Nobody reads more on paper; the files for programs have all. */
  public static final int MOST_ROWS = 5_000;

  private static final int SAMPLE = 100;
  private static final float SIZE = 7;
  private static final float PADDING = 3;
  private static final float NARROWEST = 26;
  private static final float WIDEST = 130;
  private static final float GAP = 12;
  private static final float TITLE = 15;
  private static final float SUBTITLE = 10;

  private final Headings headings;
  private final PrintedCells cells;
  private final Locale language;

  /**
   * @param language of headings and numbers
   */
  public PdfPrint(Headings headings, Locale language) {
    this.headings = headings;
    this.cells = new PrintedCells(headings, language);
    this.language = language;
  }

  /** Writes the document; the stream stays open. */
  public void write(Sheaf report, OutputStream out) throws IOException {
    try (var document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
      var title = headings.ofReport(report.report());
      document.getDocumentInformation().setTitle(title);
      document.getDocumentCatalog().setLanguage(language.getLanguage());
      try (var sheets = new PdfSheets(document)) {
        sheets.paragraph(title, sheets.fonts().bold(), TITLE);
        for (var fact : report.facts()) {
          fact(fact, sheets);
        }
        for (var table : report.tables()) {
          if (!table.columns().isEmpty()) {
            print(table, sheets);
          }
        }
        sheets.number(headings.of("page"), foot(report, title));
      }
      document.save(out);
    }
  }

  private void fact(Fact fact, PdfSheets sheets) throws IOException {
    var text = cells.text(fact.path(), fact.value());
    if (!text.isEmpty()) {
      var font =
          fact.path().equals(Provenance.SIMULATED) ? sheets.fonts().bold() : sheets.fonts().plain();
      sheets.paragraph(headings.of(fact.path()) + ": " + text, font, SIZE + 1);
    }
  }

  private String foot(Sheaf report, String title) {
    return report.fact(Provenance.SIMULATED).isPresent()
        ? title + " · " + headings.of("simulated.mark")
        : title;
  }

  private void print(Table table, PdfSheets sheets) throws IOException {
    var widths = widths(table, sheets.fonts());
    for (var part : parts(table, widths)) {
      sheets.space(GAP);
      if (!sheets.hasRoomFor(PdfSheets.height(8, SUBTITLE))) {
        sheets.nextPage();
      }
      sheets.paragraph(headings.ofTable(table.name()), sheets.fonts().bold(), SUBTITLE);
      print(table, part, widths, sheets);
    }
  }

  private void print(Table table, List<Integer> part, float[] widths, PdfSheets sheets)
      throws IOException {
    heading(table, part, widths, sheets);
    var rows = table.rows().get();
    for (int i = 0; rows.hasNext(); i++) {
      if (i == MOST_ROWS) {
        sheets.paragraph(headings.of("printed.no.more"), sheets.fonts().bold(), SIZE);
        return;
      }
      var row = rows.next();
      var texts = new ArrayList<String>();
      for (int column : part) {
        texts.add(cells.text(table.columns().get(column), row.get(column)));
      }
      var printed = new Row(texts, part.stream().map(c -> isNumber(row.get(c))).toList(), false);
      if (!printed.fits(part, widths, sheets)) {
        sheets.nextPage();
        heading(table, part, widths, sheets);
      }
      printed.write(part, widths, sheets);
    }
  }

  private void heading(Table table, List<Integer> part, float[] widths, PdfSheets sheets)
      throws IOException {
    var texts = part.stream().map(column -> headings.of(table.columns().get(column))).toList();
    new Row(texts, part.stream().map(_ -> false).toList(), true).write(part, widths, sheets);
  }

  private static boolean isNumber(Cell cell) {
    return cell instanceof Cell.Figure;
  }

  /** How wide columns are, by their headings and their first rows. */
  private float[] widths(Table table, Fonts fonts) throws IOException {
    var columns = table.columns();
    var widths = new float[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] =
          Math.max(NARROWEST, Lines.widestWord(headings.of(columns.get(i)), fonts.bold(), SIZE));
    }
    var rows = table.rows().get();
    for (int row = 0; row < SAMPLE && rows.hasNext(); row++) {
      var cellsOfRow = rows.next();
      for (int i = 0; i < widths.length; i++) {
        var text = Fonts.writable(fonts.plain(), cells.text(columns.get(i), cellsOfRow.get(i)));
        widths[i] = Math.max(widths[i], Fonts.width(fonts.plain(), SIZE, text));
      }
    }
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.min(widths[i], WIDEST) + 2 * PADDING;
    }
    return widths;
  }

  /** Which columns stand beside each other on paper. */
  private static List<List<Integer>> parts(Table table, float[] widths) {
    var repeated = table.naming();
    var parts = new ArrayList<List<Integer>>();
    var part = new ArrayList<>(repeated);
    float room = PdfSheets.width() - width(repeated, widths);
    float left = room;
    for (int i = 0; i < widths.length; i++) {
      if (repeated.contains(i)) {
        continue;
      }
      if (widths[i] > left && part.size() > repeated.size()) {
        parts.add(part);
        part = new ArrayList<>(repeated);
        left = room;
      }
      part.add(i);
      left -= widths[i];
    }
    parts.add(part);
    return parts;
  }

  private static float width(List<Integer> columns, float[] widths) {
    float sum = 0;
    for (int column : columns) {
      sum += widths[column];
    }
    return sum;
  }

  /** Cells beside each other. */
  private record Row(List<String> texts, List<Boolean> numbers, boolean bold) {

    boolean fits(List<Integer> part, float[] widths, PdfSheets sheets) throws IOException {
      return sheets.hasRoomFor(height(lines(part, widths, sheets.fonts())));
    }

    void write(List<Integer> part, float[] widths, PdfSheets sheets) throws IOException {
      var font = bold ? sheets.fonts().bold() : sheets.fonts().plain();
      var lines = lines(part, widths, sheets.fonts());
      float left = PdfSheets.MARGIN;
      for (int i = 0; i < part.size(); i++) {
        float width = widths[part.get(i)];
        sheets.cell(lines.get(i), font, SIZE, left + PADDING, width - 2 * PADDING, numbers.get(i));
        left += width;
      }
      sheets.endRow(height(lines), left - PdfSheets.MARGIN);
    }

    private List<List<String>> lines(List<Integer> part, float[] widths, Fonts fonts)
        throws IOException {
      var font = bold ? fonts.bold() : fonts.plain();
      var lines = new ArrayList<List<String>>();
      for (int i = 0; i < part.size(); i++) {
        lines.add(Lines.of(texts.get(i), font, SIZE, widths[part.get(i)] - 2 * PADDING));
      }
      return lines;
    }

    private static float height(List<List<String>> lines) {
      int most = lines.stream().mapToInt(List::size).max().orElse(1);
      return PdfSheets.height(most, SIZE);
    }
  }
}

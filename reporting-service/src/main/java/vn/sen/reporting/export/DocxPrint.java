package vn.sen.reporting.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/**
 * A report as a Word document that its reader can go on writing: what it is, then its tables. A
 * table of many columns goes on in further parts, which begin with the same first columns.
 */
public final class DocxPrint {

  /** Word takes long to open more; the files for programs have all. */
  static final int MOST_ROWS = 500;

  private static final int BESIDE = 10;
  private static final int TWIPS_PER_MM = 57;
  private static final int TITLE = 15;
  private static final int SUBTITLE = 11;
  private static final int TEXT = 10;
  private static final int CELL = 8;

  private final Headings headings;
  private final PrintedCells cells;

  /**
   * @param language of headings and numbers
   */
  public DocxPrint(Headings headings, Locale language) {
    this.headings = headings;
    this.cells = new PrintedCells(headings, language);
  }

  /** Writes the document; the stream stays open. */
  public void write(Sheaf report, OutputStream out) throws IOException {
    try (var document = new XWPFDocument()) {
      var title = headings.ofReport(report.report());
      document.getProperties().getCoreProperties().setTitle(title);
      landscape(document);
      write(document.createParagraph(), title, TITLE, true);
      report.facts().forEach(fact -> fact(fact, document));
      if (report.fact(Provenance.SIMULATED).isPresent()) {
        var foot = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        write(foot, headings.of("simulated.mark"), TEXT, true);
      }
      for (var table : report.tables()) {
        for (var part : parts(table)) {
          print(table, part, document);
        }
      }
      document.write(out);
    }
  }

  private static void landscape(XWPFDocument document) {
    var size = document.getDocument().getBody().addNewSectPr().addNewPgSz();
    size.setOrient(STPageOrientation.LANDSCAPE);
    size.setW(BigInteger.valueOf(297L * TWIPS_PER_MM));
    size.setH(BigInteger.valueOf(210L * TWIPS_PER_MM));
  }

  private void fact(Fact fact, XWPFDocument document) {
    var text = cells.text(fact.path(), fact.value());
    if (!text.isEmpty()) {
      boolean marked = fact.path().equals(Provenance.SIMULATED);
      var line = headings.of(fact.path()) + ": " + text;
      write(document.createParagraph(), line, TEXT, marked);
    }
  }

  /** Which columns stand beside each other; none where the table has none. */
  private static List<List<Integer>> parts(Table table) {
    var naming = table.naming();
    var parts = new ArrayList<List<Integer>>();
    var part = new ArrayList<>(naming);
    for (int column = 0; column < table.columns().size(); column++) {
      if (naming.contains(column)) {
        continue;
      }
      if (part.size() == BESIDE) {
        parts.add(part);
        part = new ArrayList<>(naming);
      }
      part.add(column);
    }
    if (!part.isEmpty()) {
      parts.add(part);
    }
    return parts;
  }

  private void print(Table table, List<Integer> part, XWPFDocument document) {
    var heading = document.createParagraph();
    heading.setSpacingBefore(200);
    heading.setKeepNext(true);
    write(heading, headings.ofTable(table.name()), SUBTITLE, true);
    var grid = document.createTable(1, part.size());
    grid.setWidth("100%");
    var first = grid.getRow(0);
    first.setRepeatHeader(true);
    for (int i = 0; i < part.size(); i++) {
      write(paragraph(first, i), headings.of(table.columns().get(part.get(i))), CELL, true);
    }
    var rows = table.rows().get();
    for (int printed = 0; rows.hasNext(); printed++) {
      if (printed == MOST_ROWS) {
        write(document.createParagraph(), headings.of("printed.no.more"), TEXT, true);
        return;
      }
      row(grid.createRow(), table, part, rows.next());
    }
  }

  private void row(XWPFTableRow line, Table table, List<Integer> part, List<Cell> row) {
    for (int i = 0; i < part.size(); i++) {
      var cell = row.get(part.get(i));
      var paragraph = paragraph(line, i);
      if (cell instanceof Cell.Figure) {
        paragraph.setAlignment(ParagraphAlignment.RIGHT);
      }
      write(paragraph, cells.text(table.columns().get(part.get(i)), cell), CELL, false);
    }
  }

  private static XWPFParagraph paragraph(XWPFTableRow row, int column) {
    XWPFTableCell cell = row.getCell(column);
    return cell.getParagraphs().isEmpty() ? cell.addParagraph() : cell.getParagraphArray(0);
  }

  private static void write(XWPFParagraph paragraph, String text, int size, boolean bold) {
    var run = paragraph.createRun();
    run.setText(text);
    run.setFontSize(size);
    run.setBold(bold);
  }
}

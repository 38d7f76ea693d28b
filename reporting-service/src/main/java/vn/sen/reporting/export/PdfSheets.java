package vn.sen.reporting.export;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Pages of A4, landscape, written from top to bottom. */
final class PdfSheets implements AutoCloseable {

  static final float MARGIN = 36;

  private static final PDRectangle PAGE =
      new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth());
  private static final float FOOT = 18;
  private static final float FOOT_SIZE = 7;
  private static final float LEADING = 1.3f;
  private static final float THIN = 0.3f;

  private final PDDocument document;
  private final Fonts fonts;
  private PDPageContentStream page;
  private float y;

  PdfSheets(PDDocument document) throws IOException {
    this.document = document;
    this.fonts = Fonts.in(document);
    this.page = open();
  }

  Fonts fonts() {
    return fonts;
  }

  static float width() {
    return PAGE.getWidth() - 2 * MARGIN;
  }

  private PDPageContentStream open() throws IOException {
    var sheet = new PDPage(PAGE);
    document.addPage(sheet);
    y = PAGE.getHeight() - MARGIN;
    return new PDPageContentStream(document, sheet);
  }

  void nextPage() throws IOException {
    page.close();
    page = open();
  }

  boolean hasRoomFor(float height) {
    return y - height >= MARGIN + FOOT;
  }

  static float height(int lines, float size) {
    return lines * size * LEADING;
  }

  void space(float points) {
    y -= points;
  }

  /** A paragraph of its own; a new page begins where none of it fits. */
  void paragraph(String text, PDFont font, float size) throws IOException {
    for (var line : Lines.of(text, font, size, width())) {
      if (!hasRoomFor(height(1, size))) {
        nextPage();
      }
      y -= size * LEADING;
      write(line, font, size, MARGIN, y);
    }
  }

  /** Lines in a cell whose upper edge is where the page is written. */
  void cell(List<String> lines, PDFont font, float size, float left, float width, boolean right)
      throws IOException {
    float line = y;
    for (var text : lines) {
      line -= size * LEADING;
      float indent = right ? Math.max(0, width - Fonts.width(font, size, text)) : 0;
      write(text, font, size, left + indent, line + size * (LEADING - 1) / 2);
    }
  }

  /** Ends a row of cells with a line below it. */
  void endRow(float height, float width) throws IOException {
    y -= height;
    page.setLineWidth(THIN);
    page.moveTo(MARGIN, y);
    page.lineTo(MARGIN + width, y);
    page.stroke();
  }

  private void write(String line, PDFont font, float size, float x, float baseline)
      throws IOException {
    write(page, line, font, size, x, baseline);
  }

  private static void write(
      PDPageContentStream content, String line, PDFont font, float size, float x, float baseline)
      throws IOException {
    content.beginText();
    content.setFont(font, size);
    content.newLineAtOffset(x, baseline);
    content.showText(line);
    content.endText();
  }

  /**
   * Numbers the pages, when there will be no more.
   *
   * @param left what else stands at the foot of each
   */
  void number(String pageWord, String left) throws IOException {
    page.close();
    int pages = document.getNumberOfPages();
    for (int i = 0; i < pages; i++) {
      try (var foot =
          new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true, true)) {
        var font = fonts.plain();
        var number = Fonts.writable(font, pageWord + " " + (i + 1) + "/" + pages);
        float x = PAGE.getWidth() - MARGIN - Fonts.width(font, FOOT_SIZE, number);
        write(foot, number, font, FOOT_SIZE, x, MARGIN);
        write(foot, Fonts.writable(font, left), font, FOOT_SIZE, MARGIN, MARGIN);
      }
    }
  }

  @Override
  public void close() throws IOException {
    page.close();
  }
}

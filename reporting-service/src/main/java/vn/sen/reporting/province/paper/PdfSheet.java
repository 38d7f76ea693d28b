package vn.sen.reporting.province.paper;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;
import vn.sen.reporting.export.Fonts;

/**
 * Pages of A4 with the margins of official documents, filled from top to bottom: 30 mm on the left,
 * 20 mm above and below, 17 mm on the right. From the second page on the number stands above.
 */
final class PdfSheet implements AutoCloseable {

  static final float LEFT = 85;
  static final float RIGHT = PDRectangle.A4.getWidth() - 48;
  private static final float TOP = PDRectangle.A4.getHeight() - 68;
  private static final float BOTTOM = 62;
  private static final Color PALE = new Color(0xE6E6E6);
  private static final Color INK = new Color(0x9C2A5B);

  private final PDDocument document;
  private final Fonts fonts;
  private final @Nullable String notice;
  private PDPageContentStream content;
  private float y = TOP;
  private int pages;

  PdfSheet(PDDocument document, Fonts fonts, @Nullable String notice) throws IOException {
    this.document = document;
    this.fonts = fonts;
    this.notice = notice;
    this.content = page();
  }

  private PDPageContentStream page() throws IOException {
    var page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    pages++;
    var fresh = new PDPageContentStream(document, page);
    y = TOP;
    if (notice != null) {
      stamp(fresh, page, notice);
    }
    if (pages > 1) {
      var number = Integer.toString(pages);
      float x = (LEFT + RIGHT - Fonts.width(fonts.plain(), 12, number)) / 2;
      put(fresh, fonts.plain(), 12, x, TOP + 24, number);
    }
    return fresh;
  }

  /** Pale across the page, and in small at its foot, where it is read. */
  private void stamp(PDPageContentStream to, PDPage page, String text) throws IOException {
    var line = Fonts.writable(fonts.bold(), text);
    float width = Fonts.width(fonts.bold(), 44, line);
    to.beginText();
    to.setNonStrokingColor(PALE);
    to.setFont(fonts.bold(), 44);
    var middle = page.getMediaBox();
    double angle = Math.toRadians(52);
    to.setTextMatrix(
        Matrix.getRotateInstance(
            angle,
            (float) (middle.getWidth() / 2 - Math.cos(angle) * width / 2),
            (float) (middle.getHeight() / 2 - Math.sin(angle) * width / 2)));
    to.showText(line);
    to.endText();
    to.setNonStrokingColor(Color.BLACK);
    float small = Fonts.width(fonts.bold(), 10, line);
    put(to, fonts.bold(), 10, (LEFT + RIGHT - small) / 2, BOTTOM - 30, line);
  }

  float y() {
    return y;
  }

  void skip(float height) {
    y -= height;
  }

  boolean holds(float height) {
    return y - height >= BOTTOM;
  }

  /** Begins a page where so much does not fit on this one. */
  void keepWith(float height) throws IOException {
    if (!holds(height)) {
      turn();
    }
  }

  /** Begins a page. */
  void turn() throws IOException {
    content.close();
    content = page();
  }

  /**
   * Sets a paragraph.
   *
   * @param indent of its first line
   */
  void paragraph(PDFont font, float size, float indent, String text) throws IOException {
    float leading = size * 1.45f;
    float x = LEFT + indent;
    for (var line : broken(font, size, RIGHT - LEFT, indent, text)) {
      keepWith(leading);
      write(font, size, x, y, line);
      y -= leading;
      x = LEFT;
    }
    y -= 3;
  }

  /** Lines of at most a width; the first one is shorter by the indent. */
  List<String> broken(PDFont font, float size, float width, float indent, String text)
      throws IOException {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    float room = width - indent;
    for (var word : Fonts.writable(font, text).split(" ", -1)) {
      var longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && Fonts.width(font, size, longer) > room) {
        lines.add(line.toString());
        line.setLength(0);
        room = width;
        longer = word;
      }
      line.setLength(0);
      line.append(longer);
    }
    lines.add(line.toString());
    return lines;
  }

  /** A line in the middle; one that is too long is broken. */
  void middle(PDFont font, float size, String text) throws IOException {
    for (var line : broken(font, size, RIGHT - LEFT - 40, 0, text)) {
      keepWith(size * 1.4f);
      centred(font, size, (LEFT + RIGHT) / 2, y, RIGHT - LEFT, line);
      y -= size * 1.4f;
    }
  }

  /** A line around a point; one that is too long is written smaller. */
  void centred(PDFont font, float size, float x, float at, float widest, String text)
      throws IOException {
    var line = Fonts.writable(font, text);
    float width = Fonts.width(font, size, line);
    float shrunk = width > widest ? size * widest / width : size;
    put(content, font, shrunk, x - Math.min(width, widest) / 2, at, line);
  }

  void write(PDFont font, float size, float x, float at, String text) throws IOException {
    put(content, font, size, x, at, Fonts.writable(font, text));
  }

  private static void put(
      PDPageContentStream to, PDFont font, float size, float x, float at, String line)
      throws IOException {
    to.beginText();
    to.setFont(font, size);
    to.newLineAtOffset(x, at);
    to.showText(line);
    to.endText();
  }

  /** As much of a text as fits. */
  String shortened(PDFont font, float size, float width, String text) throws IOException {
    var line = Fonts.writable(font, text);
    if (Fonts.width(font, size, line) <= width) {
      return line;
    }
    while (line.length() > 1 && Fonts.width(font, size, line + "…") > width) {
      line = line.substring(0, line.offsetByCodePoints(line.length(), -1));
    }
    return line + "…";
  }

  void line(float from, float to, float at) throws IOException {
    content.setLineWidth(0.7f);
    content.moveTo(from, at);
    content.lineTo(to, at);
    content.stroke();
  }

  void frame(float x, float at, float width, float height) throws IOException {
    content.setLineWidth(0.4f);
    content.addRect(x, at, width, height);
    content.stroke();
  }

  void box(float x, float at, float width, float height) throws IOException {
    content.setNonStrokingColor(INK);
    content.addRect(x, at, width, height);
    content.fill();
    content.setNonStrokingColor(Color.BLACK);
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}

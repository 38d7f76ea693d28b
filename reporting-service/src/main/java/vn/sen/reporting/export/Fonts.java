package vn.sen.reporting.export;

import java.io.IOException;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The letters of printed reports: they have every Vietnamese sign, and a document carries those
 * that it uses. The files are the chassis's, in {@code fonts/}.
 */
public record Fonts(PDFont plain, PDFont bold) {

  private static final float UNITS = 1000;

  /** Embeds them in a document. */
  public static Fonts in(PDDocument document) throws IOException {
    return new Fonts(load(document, "DejaVuSerif.ttf"), load(document, "DejaVuSerif-Bold.ttf"));
  }

  private static PDFont load(PDDocument document, String file) throws IOException {
    try (var letters = Fonts.class.getResourceAsStream("/fonts/" + file)) {
      return PDType0Font.load(document, Objects.requireNonNull(letters, file), true);
    }
  }

  /**
   * How wide a line is in points.
   *
   * @param line with {@link #writable} signs only
   */
  public static float width(PDFont font, float size, String line) throws IOException {
    return font.getStringWidth(line) / UNITS * size;
  }

  /** The same text on one line; signs that the letters do not have are question marks. */
  public static String writable(PDFont font, String text) throws IOException {
    var line = new StringBuilder(text.length());
    for (int point : text.codePoints().toArray()) {
      var sign = Character.isISOControl(point) ? " " : Character.toString(point);
      line.append(has(font, sign) ? sign : "?");
    }
    return line.toString();
  }

  private static boolean has(PDFont font, String sign) throws IOException {
    try {
      font.encode(sign);
      return true;
    } catch (IllegalArgumentException unknown) {
      return false;
    }
  }
}

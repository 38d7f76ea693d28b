package vn.sen.reporting.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Breaks a text into lines that fit. */
final class Lines {

  private Lines() {}

  /**
   * The lines of a text.
   *
   * @param width in points; a word that is wider is broken
   */
  static List<String> of(String text, PDFont font, float size, float width) throws IOException {
    var lines = new ArrayList<String>();
    var line = "";
    for (var word : Fonts.writable(font, text).strip().split(" +")) {
      var longer = line.isEmpty() ? word : line + " " + word;
      if (Fonts.width(font, size, longer) <= width) {
        line = longer;
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line);
      }
      line = word;
      while (Fonts.width(font, size, line) > width && line.length() > 1) {
        int fits = fitting(line, font, size, width);
        lines.add(line.substring(0, fits));
        line = line.substring(fits);
      }
    }
    lines.add(line);
    return lines;
  }

  private static int fitting(String word, PDFont font, float size, float width) throws IOException {
    int fits = 1;
    while (fits < word.length() - 1
        && Fonts.width(font, size, word.substring(0, fits + 1)) <= width) {
      fits++;
    }
    return fits;
  }

  /** How wide the widest word is. */
  static float widestWord(String text, PDFont font, float size) throws IOException {
    float widest = 0;
    for (var word : Fonts.writable(font, text).split(" +")) {
      widest = Math.max(widest, Fonts.width(font, size, word));
    }
    return widest;
  }
}

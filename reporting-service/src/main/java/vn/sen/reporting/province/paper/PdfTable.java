package vn.sen.reporting.province.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.font.PDFont;
import vn.sen.reporting.export.Fonts;
import vn.sen.reporting.province.paper.Letter.Block;

/** Sets a table; its head is repeated on every page. */
final class PdfTable {

  private static final float SIZE = 9;
  private static final float LEADING = 11.5f;
  private static final float PADDING = 3;

  private final PdfSheet sheet;
  private final Fonts fonts;
  private final Block.Table table;
  private final float[] edges;

  PdfTable(PdfSheet sheet, Fonts fonts, Block.Table table) {
    this.sheet = sheet;
    this.fonts = fonts;
    this.table = table;
    this.edges = edges();
  }

  private float[] edges() {
    float all = table.columns().stream().mapToInt(Letter.Column::weight).sum();
    var at = new float[table.columns().size() + 1];
    at[0] = PdfSheet.LEFT;
    for (int i = 0; i < table.columns().size(); i++) {
      float width = (PdfSheet.RIGHT - PdfSheet.LEFT) * table.columns().get(i).weight() / all;
      at[i + 1] = at[i] + width;
    }
    return at;
  }

  void write() throws IOException {
    sheet.skip(2);
    head();
    for (var row : table.rows()) {
      var cells = broken(fonts.plain(), row);
      if (!sheet.holds(height(cells))) {
        sheet.turn();
        head();
      }
      row(fonts.plain(), cells, false);
    }
    sheet.skip(10);
  }

  private void head() throws IOException {
    var cells = broken(fonts.bold(), table.columns().stream().map(Letter.Column::title).toList());
    sheet.keepWith(height(cells) + 2 * LEADING);
    row(fonts.bold(), cells, true);
  }

  private List<List<String>> broken(PDFont font, List<String> row) throws IOException {
    var cells = new ArrayList<List<String>>();
    for (int i = 0; i < row.size(); i++) {
      cells.add(sheet.broken(font, SIZE, edges[i + 1] - edges[i] - 2 * PADDING, 0, row.get(i)));
    }
    return cells;
  }

  private static float height(List<List<String>> cells) {
    int lines = cells.stream().mapToInt(List::size).max().orElse(1);
    return lines * LEADING + 2 * PADDING;
  }

  private void row(PDFont font, List<List<String>> cells, boolean head) throws IOException {
    float height = height(cells);
    float top = sheet.y() + LEADING - PADDING;
    for (int i = 0; i < cells.size(); i++) {
      sheet.frame(edges[i], top - height, edges[i + 1] - edges[i], height);
      for (int line = 0; line < cells.get(i).size(); line++) {
        var text = cells.get(i).get(line);
        float y = top - PADDING - SIZE - line * LEADING + 1;
        float width = Fonts.width(font, SIZE, text);
        float x =
            head
                ? (edges[i] + edges[i + 1] - width) / 2
                : table.columns().get(i).number()
                    ? edges[i + 1] - PADDING - width
                    : edges[i] + PADDING;
        sheet.write(font, SIZE, x, y, text);
      }
    }
    sheet.skip(height);
  }
}

package vn.sen.reporting.export;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Cells as people read them on paper, in a language. */
final class PrintedCells {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final Headings headings;
  private final DecimalFormat whole;
  private final DecimalFormat decimal;

  PrintedCells(Headings headings, Locale language) {
    this.headings = headings;
    var symbols = DecimalFormatSymbols.getInstance(language);
    whole = new DecimalFormat("#,##0", symbols);
    decimal = new DecimalFormat("#,##0.0#", symbols);
  }

  String text(String path, Cell cell) {
    return switch (cell) {
      case Cell.Empty _ -> "";
      case Cell.Text(var text) -> headings.ofValue(path, text);
      case Cell.Flag(boolean yes) -> headings.of(yes);
      case Cell.Day(var date) -> DAY.format(date);
      case Cell.Figure figure -> (figure.isWhole() ? whole : decimal).format(figure.number());
    };
  }
}

package vn.sen.reporting.export;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What stands in a place of a table; a file shows each kind as a spreadsheet understands it. */
public sealed interface Cell {

  /** Nothing. */
  Cell EMPTY = new Empty();

  /** A text, or the name of one of a few values, such as {@code COMMUNE}. */
  record Text(String text) implements Cell {}

  /** A number. */
  record Figure(BigDecimal number) implements Cell {

    /** Whether it counts something, or has decimals. */
    public boolean isWhole() {
      return number.scale() <= 0;
    }
  }

  /** A business date. */
  record Day(LocalDate date) implements Cell {}

  /** Yes or no. */
  record Flag(boolean yes) implements Cell {}

  /** Not stated, or not asked for. */
  record Empty() implements Cell {}
}

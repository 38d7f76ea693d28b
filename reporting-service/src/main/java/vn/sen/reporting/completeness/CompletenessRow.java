package vn.sen.reporting.completeness;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the completeness view counts by: events of a kind, of a month, by the day on which they were
 * recorded.
 *
 * @param unit the lowest unit that they are about; null for statements
 * @param bank null for what banks do not tell
 * @param month of the business date
 * @param recorded the day on which the broker took them, in the province
 */
public record CompletenessRow(
    DataKind kind, @Nullable UUID unit, @Nullable UUID bank, YearMonth month, LocalDate recorded) {

  private static final int PARTS = 5;

  /** The row as text, for ever the same. */
  String text() {
    return String.join(
        "|", kind.name(), text(unit), text(bank), month.toString(), recorded.toString());
  }

  /**
   * The row behind {@link #text()}.
   *
   * @throws IllegalArgumentException if it is none
   */
  static CompletenessRow parse(String text) {
    var parts = text.split("\\|", -1);
    if (parts.length != PARTS) {
      throw new IllegalArgumentException("Not a row of the completeness view: " + text);
    }
    return new CompletenessRow(
        DataKind.valueOf(parts[0]),
        id(parts[1]),
        id(parts[2]),
        YearMonth.parse(parts[3]),
        LocalDate.parse(parts[4]));
  }

  private static String text(@Nullable UUID id) {
    return id == null ? "" : id.toString();
  }

  private static @Nullable UUID id(String text) {
    return text.isEmpty() ? null : UUID.fromString(text);
  }
}

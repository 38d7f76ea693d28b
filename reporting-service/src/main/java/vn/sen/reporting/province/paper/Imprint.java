package vn.sen.reporting.province.paper;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a report bears once it is issued, and what its figures are.
 *
 * @param number of the document in full; null while it has none
 * @param on the day on which it is signed; null while it is not
 * @param simulated whether people and figures are made up, which every page says
 */
public record Imprint(@Nullable String number, @Nullable LocalDate on, boolean simulated) {

  private static final String MARK = "DỮ LIỆU MÔ PHỎNG";

  /** A report that is not issued: number and day are left open. */
  public static Imprint draft(boolean simulated) {
    return new Imprint(null, null, simulated);
  }

  /**
   * What stands on every page.
   *
   * @param notice the definition's own; null for none
   */
  @Nullable String onEveryPage(@Nullable String notice) {
    return notice == null && simulated ? MARK : notice;
  }
}

package vn.sen.reporting.province.paper;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a report bears once it is issued.
 *
 * @param number of the document in full; null while it has none
 * @param on the day on which it is signed; null while it is not
 */
public record Imprint(@Nullable String number, @Nullable LocalDate on) {

  /** A report that is not issued: number and day are left open. */
  public static final Imprint DRAFT = new Imprint(null, null);
}

package vn.sen.reporting.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import vn.sen.chassis.view.RecordMeta;

/** The time in which the Union's days begin and end. */
public final class ProvinceTime {

  /** It says which day the broker's instant belongs to. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private ProvinceTime() {}

  /** The day on which the broker took a record: from then on it was known. */
  public static LocalDate known(RecordMeta meta) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(meta.appendedAt()), ZONE);
  }
}

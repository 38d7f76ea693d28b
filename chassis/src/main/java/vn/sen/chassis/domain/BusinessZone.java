package vn.sen.chassis.domain;

import java.time.LocalDate;
import java.time.ZoneId;

/** Where the Union's days begin and end. */
public final class BusinessZone {

  public static final ZoneId ID = ZoneId.of("Asia/Ho_Chi_Minh");

  private BusinessZone() {}

  /** The business date now. */
  public static LocalDate today() {
    return LocalDate.now(ID);
  }
}

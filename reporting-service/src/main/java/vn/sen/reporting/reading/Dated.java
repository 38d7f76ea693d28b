package vn.sen.reporting.reading;

import java.time.LocalDate;

/** A question about the figures of a unit on a day, summed by the map of a day. */
public interface Dated {

  /** The unit's code or id. */
  String unit();

  /** The business date of the figures. */
  LocalDate asOf();

  /** The day whose map sums them. */
  LocalDate hierarchy();
}

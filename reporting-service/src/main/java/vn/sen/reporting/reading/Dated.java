package vn.sen.reporting.reading;

import java.time.LocalDate;

/** A question about figures of a day, summed by the map of a day. */
public interface Dated {

  /** The business date of the figures. */
  LocalDate asOf();

  /** The day whose map sums them. */
  LocalDate hierarchy();
}

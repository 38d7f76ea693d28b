package vn.sen.reporting.issuance;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import vn.sen.reporting.books.Books;
import vn.sen.reporting.reading.Unit;

/**
 * A report that can be issued: a pure function of the books and of parameters that say everything.
 */
public interface IssuableReport {

  /** Its name in the API: {@code membership}. */
  String name();

  /**
   * Reads what is asked for.
   *
   * @throws vn.sen.chassis.domain.RuleViolation naming the parameter that cannot be used
   */
  Question ask(Parameters parameters);

  /** What a report is asked for; both answers throw a RuleViolation that names a parameter. */
  interface Question {

    /** The business date of the figures. */
    LocalDate asOf();

    /** All days of which figures are told. */
    default Set<LocalDate> days() {
      return Set.of(asOf());
    }

    /** The unit that is meant, by the map of the books. */
    UUID unit(Books books);

    /** The report. */
    Figures figures(Books books);
  }

  /**
   * A report as it came out of the books.
   *
   * @param unit it is about
   * @param orgMap the version of the map that sums it
   * @param report the report's own record
   */
  record Figures(Unit unit, LocalDate hierarchy, String orgMap, Object report) {}
}

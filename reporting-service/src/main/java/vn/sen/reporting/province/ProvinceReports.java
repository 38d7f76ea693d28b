package vn.sen.reporting.province;

import java.util.List;
import java.util.UUID;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.reporting.books.Books;
import vn.sen.reporting.membership.MembershipQuery;
import vn.sen.reporting.reading.Answers;
import vn.sen.reporting.reading.Unit;

/**
 * Reads reports from the books as they are at one moment. A report is made once and given to all
 * who ask the same, until the figures move on. Thread-safe.
 */
public final class ProvinceReports {

  /** A definition that was set anew has another version, and so is another question. */
  private record Question(Versioned definition, ProvinceQuery query) {}

  /** What an answer is made of: as long as it is equal, so is the answer. */
  private record MadeOf(String map, List<ViewPosition> positions) {}

  private final Answers<Question, ProvinceReport> reports = new Answers<>();

  /** Fixes the books: whatever is read from the answer belongs together. */
  public Reading read(Books books) {
    return new Reading(Readings.of(books));
  }

  /** The books of one moment. All questions throw a RuleViolation that names a parameter. */
  public final class Reading {
    private final Readings readings;

    private Reading(Readings readings) {
      this.readings = readings;
    }

    /** Up to where the log is in the figures. */
    public ViewPosition position() {
      return readings.position();
    }

    /** Tells maps apart. */
    public String mapVersion() {
      return readings.mapVersion();
    }

    /** The unit that a query asks for. */
    public UUID unit(ProvinceQuery query) {
      return named(query).id();
    }

    /** The same, as it is called on the hierarchy's date. */
    public Unit named(ProvinceQuery query) {
      return readings
          .membership()
          .named(
              new MembershipQuery(
                  query.unit(), query.asOf(), query.hierarchy(), query.level(), query.asOf()));
    }

    /** The report by a definition. */
    public ProvinceReport report(Versioned definition, ProvinceQuery query) {
      var madeOf = new MadeOf(readings.mapVersion(), readings.positions());
      return reports.get(
          new Question(definition, query),
          madeOf,
          () -> ProvinceReporter.report(readings, definition, query));
    }
  }
}

package vn.sen.reporting.completeness;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import vn.sen.chassis.org.OrgMap;
import vn.sen.chassis.view.Serving;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.reporting.completeness.CompletenessFigures.Snapshot;
import vn.sen.reporting.lending.Dimension;
import vn.sen.reporting.lending.LendingQuery;
import vn.sen.reporting.lending.LendingQuery.Selection;
import vn.sen.reporting.lending.LendingReport.DebtAtBank;
import vn.sen.reporting.lending.LendingReports;
import vn.sen.reporting.reading.Labelled;
import vn.sen.reporting.reading.Territories;
import vn.sen.reporting.reading.Territory;
import vn.sen.reporting.reading.UnitChoice;

/** Reads reports from entries, loans and map as they are at one moment. Thread-safe. */
public final class CompletenessReports {

  private final Serving<CompletenessFigures> figures;
  private final LendingReports lending;
  private final Supplier<OrgMap> map;
  private final Deadlines deadlines;
  private final LocalDate knownAt;
  private final Territories territories = new Territories();

  /**
   * @param figures those in service
   * @param lending says which banks lend where
   * @param map gives the map as known now
   */
  public CompletenessReports(
      Serving<CompletenessFigures> figures,
      LendingReports lending,
      Supplier<OrgMap> map,
      Deadlines deadlines) {
    this(figures, lending, map, deadlines, LocalDate.MAX);
  }

  private CompletenessReports(
      Serving<CompletenessFigures> figures,
      LendingReports lending,
      Supplier<OrgMap> map,
      Deadlines deadlines,
      LocalDate knownAt) {
    this.figures = figures;
    this.lending = lending;
    this.map = map;
    this.deadlines = deadlines;
    this.knownAt = knownAt;
  }

  /**
   * The reports as known at the end of a day: without what was recorded after it.
   *
   * @param then the loans as known then, by the map as known then
   */
  public CompletenessReports asKnownAt(LocalDate day, LendingReports then) {
    return new CompletenessReports(figures, then, () -> then.read().map(), deadlines, day);
  }

  /** Fixes entries and map: whatever is read from the answer belongs together. */
  public Reading read() {
    return new Reading(figures.read(CompletenessFigures::snapshot), lending.read(), map.get());
  }

  /** Entries and map of one moment. All questions throw a RuleViolation that names a parameter. */
  public final class Reading {
    private final Snapshot snapshot;
    private final LendingReports.Reading loans;
    private final OrgMap orgMap;

    private Reading(Snapshot snapshot, LendingReports.Reading loans, OrgMap orgMap) {
      this.snapshot = snapshot;
      this.loans = loans;
      this.orgMap = orgMap;
    }

    /** Up to where the log is in the figures. */
    public ViewPosition position() {
      return ViewPosition.together(List.of(loans.position(), snapshot.position()));
    }

    /** Up to where the log is in the entries. */
    public ViewPosition entriesPosition() {
      return snapshot.position();
    }

    /** Up to where the loans are known that say which banks lend. */
    public ViewPosition lendersPosition() {
      return loans.position();
    }

    /** Tells maps apart. */
    public String mapVersion() {
      return orgMap.version();
    }

    /** The unit that a query asks for. */
    public UUID unit(CompletenessQuery query) {
      return UnitChoice.unit(query.unit(), territory(query)).id();
    }

    /** Which units have entered what. */
    public CompletenessReport report(CompletenessQuery query) {
      if (query.from().isAfter(query.until())) {
        throw new MonthsTurnedRound(query.from(), query.until());
      }
      return new CompletenessReporter(snapshot, territory(query), query, knownAt, deadlines)
          .report(lenders(query));
    }

    private List<Labelled> lenders(CompletenessQuery query) {
      var day = query.lastDay();
      var loansByBank =
          new LendingQuery(
              query.unit(),
              day,
              query.hierarchy(),
              null,
              day,
              Selection.ALL,
              Set.of(Dimension.BANK));
      return loans.report(loansByBank).byBank().stream()
          .filter(bank -> bank.debt().loans() > 0)
          .map(DebtAtBank::bank)
          .toList();
    }

    private Territory territory(CompletenessQuery query) {
      return territories.on(orgMap, query.hierarchy());
    }
  }
}

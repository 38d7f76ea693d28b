package vn.sen.reporting.lending;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.org.OrgMap;
import vn.sen.chassis.view.Serving;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.events.lending.LoanMeasure;
import vn.sen.reporting.explanation.Explainer;
import vn.sen.reporting.lending.LoanLine.After;
import vn.sen.reporting.reading.Answers;
import vn.sen.reporting.reading.PeriodInvalid;
import vn.sen.reporting.reading.Territories;
import vn.sen.reporting.reading.Territory;
import vn.sen.reporting.reading.UnitChoice;

/**
 * Reads reports from the figures and the map as they are at one moment. A report is made once and
 * given to all who ask the same, until something dated within it changes. Thread-safe.
 */
public final class LendingReports {

  private final Serving<LendingFigures> figures;
  private final Supplier<OrgMap> map;
  private final Territories territories = new Territories();
  private final Answers<LendingQuery, LendingReport> reports = new Answers<>();
  private final Answers<LendingQuery, AgeingReport> ageings = new Answers<>();
  private final Answers<LendingQuery, MaturityReport> maturities = new Answers<>();
  private final Answers<LendingQuery, DutyReport> duties = new Answers<>();

  /** What an answer is made of: as long as it is equal, so is the answer. */
  private record MadeOf(String map, long version) {}

  /** Of figures that are never replaced. */
  public LendingReports(LendingFigures figures, Supplier<OrgMap> map) {
    this(Serving.only(figures), map);
  }

  /**
   * @param figures those in service
   * @param map gives the map as known now
   */
  public LendingReports(Serving<LendingFigures> figures, Supplier<OrgMap> map) {
    this.figures = figures;
    this.map = map;
  }

  /** Fixes figures and map: whatever is read from the answer belongs together. */
  public Reading read() {
    return new Reading(figures.read(LendingFigures::snapshot), map.get());
  }

  /** Figures and map of one moment. All questions throw a RuleViolation that names a parameter. */
  public final class Reading {
    private final LendingSnapshot snapshot;
    private final OrgMap orgMap;

    private Reading(LendingSnapshot snapshot, OrgMap orgMap) {
      this.snapshot = snapshot;
      this.orgMap = orgMap;
    }

    /** Up to where the log is in the figures. */
    public ViewPosition position() {
      return snapshot.position();
    }

    /** The map that sums them. */
    public OrgMap map() {
      return orgMap;
    }

    /** Tells maps apart. */
    public String mapVersion() {
      return orgMap.version();
    }

    /** The same figures, summed by another map; what is remembered of this one stays. */
    public Reading under(OrgMap other) {
      return new LendingReports(figures, () -> other).new Reading(snapshot, other);
    }

    /** The households that owe principal, by the ids they count under on that day. */
    public Set<UUID> households(LendingQuery query) {
      return owing(query, found -> snapshot.households().get(found.household()));
    }

    /** The loans on which principal is owed, by id. */
    public Set<UUID> owedLoans(LendingQuery query) {
      return owing(query, found -> found.loan().loan());
    }

    private Set<UUID> owing(LendingQuery query, Function<LoanScan.Found, UUID> id) {
      var owing = new HashSet<UUID>();
      var unit = unit(query);
      new LoanScan(snapshot, territory(query), query)
          .forEach(
              found -> {
                if (found.place().isWithin(unit) && found.part().outstanding(query.asOf()) > 0) {
                  owing.add(id.apply(found));
                }
              });
      return owing;
    }

    /** The households that count as another one on a day, with that one, by id. */
    public Map<UUID, UUID> merged(LocalDate day) {
      var households = snapshot.households();
      var countsAs = snapshot.householdsOn(day);
      var merged = new HashMap<UUID, UUID>();
      for (int household : snapshot.merges().keySet()) {
        if (countsAs[household] != household) {
          merged.put(households.get(household), households.get(countsAs[household]));
        }
      }
      return merged;
    }

    /** The unit that a query asks for. */
    public UUID unit(LendingQuery query) {
      return UnitChoice.unit(query.unit(), territory(query)).id();
    }

    /** What is owed. */
    public LendingReport report(LendingQuery query) {
      requirePeriod(query);
      return answer(reports, query, t -> new LendingReporter(snapshot, t, query).report());
    }

    private static void requirePeriod(LendingQuery query) {
      if (query.from().isAfter(query.asOf())) {
        throw new PeriodInvalid(query.from(), query.asOf());
      }
    }

    /** What the Union owed the banks and did, and the fees for it. */
    public DutyReport duties(LendingQuery query) {
      requirePeriod(query);
      return answer(duties, query, t -> new DutyReporter(snapshot, t, query).report());
    }

    /**
     * Groups with fewer or more borrowers than is agreed with their bank, by id.
     *
     * @param after the last group of the page before, or null
     */
    public List<GroupLine> groupsOutsideBounds(
        LendingQuery query, @Nullable UUID after, int limit) {
      return new GroupLister(snapshot, territory(query), query).list(after, limit);
    }

    /** For how long what is overdue has been so. */
    public AgeingReport ageing(LendingQuery query) {
      return answer(ageings, query, t -> AgeingReporter.report(snapshot, t, query));
    }

    /** What falls due in the months ahead. */
    public MaturityReport maturities(LendingQuery query) {
      return answer(maturities, query, t -> MaturityReporter.report(snapshot, t, query));
    }

    private <A> A answer(
        Answers<LendingQuery, A> answers, LendingQuery query, Function<Territory, A> find) {
      var madeOf = new MadeOf(orgMap.version(), snapshot.versions().upTo(query.asOf()));
      return answers.get(query, madeOf, () -> find.apply(territory(query)));
    }

    /**
     * Loans that are overdue or frozen, the longest first.
     *
     * @param after where the page before ended, or null
     */
    public List<LoanLine> loans(
        LendingQuery query, LoanMeasure balance, @Nullable After after, int limit) {
      return new LoanLister(snapshot, territory(query), query, balance).list(after, limit);
    }

    /**
     * Statements, the latest day first.
     *
     * @param bank code or id; null for all banks
     */
    public List<StatementVariance> statements(@Nullable String bank) {
      return new StatementReporter(snapshot).list(bank);
    }

    /** Whether a code or an id is this bank's. */
    public boolean isBank(String codeOrId, UUID bank) {
      return snapshot.find(LendingRow.Register.BANK, codeOrId).filter(bank::equals).isPresent();
    }

    /** Explains what is owed. */
    public Explainer<LendingPart> explainer(LendingQuery query, LendingCell cell) {
      requirePeriod(query);
      var period = Period.of(query);
      return explainer(
          query,
          cell,
          new ExplainedLoans(
              DebtFigures.of(period), DebtFigures.unplaced(period), false, this::report));
    }

    /** Explains duties and fees. */
    public Explainer<LendingPart> dutyExplainer(LendingQuery query, LendingCell cell) {
      requirePeriod(query);
      var period = Period.of(query);
      var rates = new FeeRates(snapshot);
      var all = DutyFigures.of(period, rates);
      var month = cell.month();
      var here = month == null ? all : DutyFigures.ofMonth(period.in(month), rates);
      return explainer(query, cell, new ExplainedLoans(here, all, true, this::duties));
    }

    /** Explains for how long what is overdue has been so. */
    public Explainer<LendingPart> ageingExplainer(LendingQuery query, LendingCell cell) {
      var asOf = query.asOf();
      return explainer(
          query,
          cell,
          new ExplainedLoans(
              AgeingFigures.of(asOf), AgeingFigures.unplaced(asOf), false, this::ageing));
    }

    /** Explains what falls due in the months ahead. */
    public Explainer<LendingPart> maturityExplainer(LendingQuery query, LendingCell cell) {
      var asOf = query.asOf();
      return explainer(
          query,
          cell,
          new ExplainedLoans(
              MaturityFigures.of(asOf), MaturityFigures.unplaced(asOf), false, this::maturities));
    }

    private Explainer<LendingPart> explainer(
        LendingQuery query, LendingCell cell, ExplainedLoans loans) {
      return new LendingExplainer(snapshot, territory(query), query, cell, loans);
    }

    private Territory territory(LendingQuery query) {
      return territories.on(orgMap, query.hierarchy());
    }
  }
}

package vn.sen.reporting.training;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.org.OrgMap;
import vn.sen.chassis.view.Serving;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.reporting.explanation.Explainer;
import vn.sen.reporting.reading.Answers;
import vn.sen.reporting.reading.Dated;
import vn.sen.reporting.reading.PeriodInvalid;
import vn.sen.reporting.reading.Territories;
import vn.sen.reporting.reading.Territory;
import vn.sen.reporting.reading.UnitChoice;
import vn.sen.reporting.reading.UnitReading;

/**
 * Reads reports from the figures and the map as they are at one moment. A report is made once and
 * given to all who ask the same, until something dated within it changes. Thread-safe.
 */
public final class TrainingReports {

  private final Serving<TrainingFigures> figures;
  private final Supplier<OrgMap> map;
  private final Territories territories = new Territories();
  private final Answers<TrainingQuery, TrainingReport> reports = new Answers<>();
  private final Answers<CoverageQuery, CoverageReport> coverages = new Answers<>();

  /** What an answer is made of: as long as it is equal, so is the answer. */
  private record MadeOf(String map, long version) {}

  /** Of figures that are never replaced. */
  public TrainingReports(TrainingFigures figures, Supplier<OrgMap> map) {
    this(Serving.only(figures), map);
  }

  /**
   * @param figures those in service
   * @param map gives the map as known now
   */
  public TrainingReports(Serving<TrainingFigures> figures, Supplier<OrgMap> map) {
    this.figures = figures;
    this.map = map;
  }

  /** Fixes figures and map: whatever is read from the answer belongs together. */
  public Reading read() {
    return new Reading(figures.read(TrainingFigures::snapshot), map.get());
  }

  /** Figures and map of one moment. All questions throw a RuleViolation that names a parameter. */
  public final class Reading implements UnitReading {
    private final TrainingSnapshot snapshot;
    private final OrgMap orgMap;

    private Reading(TrainingSnapshot snapshot, OrgMap orgMap) {
      this.snapshot = snapshot;
      this.orgMap = orgMap;
    }

    @Override
    public ViewPosition position() {
      return snapshot.position();
    }

    @Override
    public String mapVersion() {
      return orgMap.version();
    }

    /** The same figures, summed by another map; what is remembered of this one stays. */
    public Reading under(OrgMap other) {
      return new TrainingReports(figures, () -> other).new Reading(snapshot, other);
    }

    @Override
    public UUID unit(Dated query) {
      return UnitChoice.unit(query.unit(), territory(query.hierarchy())).id();
    }

    /** Classes and who took part. */
    public TrainingReport report(TrainingQuery query) {
      if (query.from().isAfter(query.asOf())) {
        throw new PeriodInvalid(query.from(), query.asOf());
      }
      return answer(
          reports,
          query,
          query.asOf(),
          () -> new TrainingReporter(snapshot, territory(query.hierarchy()), query).report());
    }

    /** The certificates that were issued within the period, by id. */
    public Set<UUID> certificatesIssued(TrainingQuery query) {
      return certificates(query, Certificate::issuedOn);
    }

    /** The certificates that were revoked within the period, by id. */
    public Set<UUID> certificatesRevoked(TrainingQuery query) {
      return certificates(query, Certificate::revokedOn);
    }

    private Set<UUID> certificates(
        TrainingQuery query, Function<Certificate, @Nullable LocalDate> day) {
      return new TrainingReporter(snapshot, territory(query.hierarchy()), query).certificates(day);
    }

    /** Who is in post and trained. */
    public CoverageReport coverage(CoverageQuery query) {
      return answer(
          coverages,
          query,
          query.asOf(),
          () -> new CoverageReporter(snapshot, territory(query.hierarchy()), query).report());
    }

    private <Q, A> A answer(Answers<Q, A> answers, Q query, LocalDate asOf, Supplier<A> find) {
      var madeOf = new MadeOf(orgMap.version(), snapshot.versions().upTo(asOf));
      return answers.get(query, madeOf, find);
    }

    /** Explains the figures in one part of a report. */
    public Explainer<TrainingPart> explainer(TrainingQuery query, TrainingSection section) {
      if (query.from().isAfter(query.asOf())) {
        throw new PeriodInvalid(query.from(), query.asOf());
      }
      return new TrainingExplainer(
          snapshot, territory(query.hierarchy()), query, section, this::report);
    }

    /** Explains the figures in one part of a report of coverage. */
    public Explainer<CoveragePart> coverageExplainer(CoverageQuery query, CoverageSection section) {
      return new CoverageExplainer(
          snapshot, territory(query.hierarchy()), query, section, this::coverage);
    }

    private Territory territory(LocalDate hierarchy) {
      return territories.on(orgMap, hierarchy);
    }
  }
}

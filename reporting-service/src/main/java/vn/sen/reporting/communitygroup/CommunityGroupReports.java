package vn.sen.reporting.communitygroup;

import java.util.UUID;
import java.util.function.Supplier;
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
public final class CommunityGroupReports {

  private final Serving<CommunityGroupFigures> figures;
  private final Supplier<OrgMap> map;
  private final Territories territories = new Territories();
  private final Answers<CommunityGroupQuery, CommunityGroupReport> reports = new Answers<>();

  /** What an answer is made of: as long as it is equal, so is the answer. */
  private record MadeOf(String map, long version) {}

  /** Of figures that are never replaced. */
  public CommunityGroupReports(CommunityGroupFigures figures, Supplier<OrgMap> map) {
    this(Serving.only(figures), map);
  }

  /**
   * @param figures those in service
   * @param map gives the map as known now
   */
  public CommunityGroupReports(Serving<CommunityGroupFigures> figures, Supplier<OrgMap> map) {
    this.figures = figures;
    this.map = map;
  }

  /** Fixes figures and map: whatever is read from the answer belongs together. */
  public Reading read() {
    return new Reading(figures.read(CommunityGroupFigures::snapshot), map.get());
  }

  /** Figures and map of one moment. All questions throw a RuleViolation that names a parameter. */
  public final class Reading implements UnitReading {
    private final CommunityGroupSnapshot snapshot;
    private final OrgMap orgMap;

    private Reading(CommunityGroupSnapshot snapshot, OrgMap orgMap) {
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
      return new CommunityGroupReports(figures, () -> other).new Reading(snapshot, other);
    }

    @Override
    public UUID unit(Dated query) {
      return UnitChoice.unit(query.unit(), territory(query)).id();
    }

    /** The community groups of a unit. */
    public CommunityGroupReport report(CommunityGroupQuery query) {
      if (query.from().isAfter(query.asOf())) {
        throw new PeriodInvalid(query.from(), query.asOf());
      }
      var madeOf = new MadeOf(orgMap.version(), snapshot.versions().upTo(query.asOf()));
      return reports.get(
          query,
          madeOf,
          () -> new CommunityGroupReporter(snapshot, territory(query), query).report());
    }

    /** Explains the figures in one part of a report. */
    public Explainer<GroupPart> explainer(CommunityGroupQuery query, GroupSection section) {
      if (query.from().isAfter(query.asOf())) {
        throw new PeriodInvalid(query.from(), query.asOf());
      }
      return new CommunityGroupExplainer(snapshot, territory(query), query, section, this::report);
    }

    private Territory territory(Dated query) {
      return territories.on(orgMap, query.hierarchy());
    }
  }
}

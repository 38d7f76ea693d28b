package vn.sen.reporting.membership;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.org.OrgMap;
import vn.sen.chassis.view.Serving;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.reporting.explanation.Explainer;
import vn.sen.reporting.reading.Dated;
import vn.sen.reporting.reading.PeriodInvalid;
import vn.sen.reporting.reading.RowChoice;
import vn.sen.reporting.reading.Territory;
import vn.sen.reporting.reading.Unit;
import vn.sen.reporting.reading.UnitChoice;
import vn.sen.reporting.reading.UnitReading;

/** Reads reports from the figures and the map as they are at one moment. */
public final class MembershipReports {

  private final Serving<MembershipFigures> figures;
  private final Supplier<OrgMap> map;
  private final MembershipReporter reporter;

  /** Of figures that are never replaced. */
  public MembershipReports(
      MembershipFigures figures, Supplier<OrgMap> map, MembershipReporter reporter) {
    this(Serving.only(figures), map, reporter);
  }

  /**
   * @param figures those in service
   * @param map gives the map as known now
   */
  public MembershipReports(
      Serving<MembershipFigures> figures, Supplier<OrgMap> map, MembershipReporter reporter) {
    this.figures = figures;
    this.map = map;
    this.reporter = reporter;
  }

  /** Fixes figures and map: whatever is read from the answer belongs together. */
  public Reading read() {
    return new Reading(figures.read(MembershipFigures::snapshot), map.get());
  }

  /** How many members of an import readers see. */
  public long imported(UUID importId) {
    return figures.read(now -> now.imported(importId));
  }

  /** Figures and map of one moment. */
  public final class Reading implements UnitReading {
    private final MembershipSnapshot snapshot;
    private final OrgMap orgMap;

    private Reading(MembershipSnapshot snapshot, OrgMap orgMap) {
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
      return new MembershipReports(figures, () -> other, reporter.another())
      .new Reading(snapshot, other);
    }

    @Override
    public UUID unit(Dated query) {
      return UnitChoice.unit(query.unit(), new Territory(orgMap, query.hierarchy())).id();
    }

    /** The unit that a question is about, as it is called on the hierarchy's date. */
    public Unit named(Dated query) {
      var territory = new Territory(orgMap, query.hierarchy());
      return Unit.of(UnitChoice.unit(query.unit(), territory), query.hierarchy());
    }

    /**
     * Makes a report.
     *
     * @throws vn.sen.chassis.domain.RuleViolation naming the parameter that does not fit the map
     */
    public MembershipReport report(MembershipQuery query) {
      return reporter.report(snapshot, orgMap, query);
    }

    /**
     * Explains the figures in one row of a report.
     *
     * @param row see {@link RowChoice#of}
     * @throws vn.sen.chassis.domain.RuleViolation naming the parameter that does not fit
     */
    public Explainer<MembershipPart> explainer(MembershipQuery query, @Nullable String row) {
      if (query.from().isAfter(query.asOf())) {
        throw new PeriodInvalid(query.from(), query.asOf());
      }
      var territory = reporter.territory(orgMap, query.hierarchy());
      return new MembershipExplainer(snapshot, territory, query, row, this::report);
    }
  }
}

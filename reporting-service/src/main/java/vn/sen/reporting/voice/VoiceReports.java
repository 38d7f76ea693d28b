package vn.sen.reporting.voice;

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
public final class VoiceReports {

  private final Serving<VoiceFigures> figures;
  private final Supplier<OrgMap> map;
  private final Territories territories = new Territories();
  private final Answers<VoiceQuery, VoiceReport> reports = new Answers<>();

  /** What an answer is made of: as long as it is equal, so is the answer. */
  private record MadeOf(String map, long version) {}

  /** Of figures that are never replaced. */
  public VoiceReports(VoiceFigures figures, Supplier<OrgMap> map) {
    this(Serving.only(figures), map);
  }

  /**
   * @param figures those in service
   * @param map gives the map as known now
   */
  public VoiceReports(Serving<VoiceFigures> figures, Supplier<OrgMap> map) {
    this.figures = figures;
    this.map = map;
  }

  /** Fixes figures and map: whatever is read from the answer belongs together. */
  public Reading read() {
    return new Reading(figures.read(VoiceFigures::snapshot), map.get());
  }

  /** Figures and map of one moment. All questions throw a RuleViolation that names a parameter. */
  public final class Reading implements UnitReading {
    private final VoiceSnapshot snapshot;
    private final OrgMap orgMap;

    private Reading(VoiceSnapshot snapshot, OrgMap orgMap) {
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
      return new VoiceReports(figures, () -> other).new Reading(snapshot, other);
    }

    @Override
    public UUID unit(Dated query) {
      return UnitChoice.unit(query.unit(), territory(query)).id();
    }

    /** The voices of a unit. */
    public VoiceReport report(VoiceQuery query) {
      if (query.from().isAfter(query.asOf())) {
        throw new PeriodInvalid(query.from(), query.asOf());
      }
      var madeOf = new MadeOf(orgMap.version(), snapshot.versions().upTo(query.asOf()));
      return reports.get(
          query, madeOf, () -> new VoiceReporter(snapshot, territory(query), query).report());
    }

    /** Explains the figures in one part of a report. */
    public Explainer<VoicePart> explainer(VoiceQuery query, VoiceSection section) {
      if (query.from().isAfter(query.asOf())) {
        throw new PeriodInvalid(query.from(), query.asOf());
      }
      return new VoiceExplainer(snapshot, territory(query), query, section, this::report);
    }

    private Territory territory(Dated query) {
      return territories.on(orgMap, query.hierarchy());
    }
  }
}

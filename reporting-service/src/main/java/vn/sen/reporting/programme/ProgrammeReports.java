package vn.sen.reporting.programme;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.sen.chassis.org.OrgMap;
import vn.sen.chassis.view.Serving;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.reporting.activity.ActivityFigures;
import vn.sen.reporting.activity.ActivitySnapshot;
import vn.sen.reporting.communitygroup.CommunityGroupReports;
import vn.sen.reporting.explanation.Explainer;
import vn.sen.reporting.lending.LendingReports;
import vn.sen.reporting.reading.Answers;
import vn.sen.reporting.reading.Dated;
import vn.sen.reporting.reading.Territories;
import vn.sen.reporting.reading.UnitChoice;
import vn.sen.reporting.reading.UnitReading;
import vn.sen.reporting.training.TrainingReports;

/**
 * Reads reports from what is known of programmes and from the other reports, as they are at one
 * moment. A report is made once and given to all who ask the same, until the figures move on.
 * Thread-safe.
 */
public final class ProgrammeReports {

  private final Serving<ProgrammeFigures> programmes;
  private final Serving<ActivityFigures> activities;
  private final TrainingReports training;
  private final CommunityGroupReports groups;
  private final LendingReports lending;
  private final Supplier<OrgMap> map;
  private final Territories territories = new Territories();
  private final Answers<ProgrammeQuery, ProgrammeReport> reports = new Answers<>();

  /** What an answer is made of: as long as it is equal, so is the answer. */
  private record MadeOf(String map, List<ViewPosition> positions) {}

  /** Everything that results are made of, at one moment. */
  record Readings(
      ProgrammeSnapshot programmes,
      ActivitySnapshot activities,
      TrainingReports.Reading training,
      CommunityGroupReports.Reading groups,
      LendingReports.Reading lending) {

    boolean areOf(OrgMap map) {
      return Stream.of(training.mapVersion(), groups.mapVersion(), lending.mapVersion())
          .allMatch(map.version()::equals);
    }

    List<ViewPosition> positions() {
      return List.of(
          programmes.position(),
          activities.position(),
          training.position(),
          groups.position(),
          lending.position());
    }

    ViewPosition position() {
      return ViewPosition.together(positions());
    }
  }

  /** Of figures that are never replaced. */
  public ProgrammeReports(
      ProgrammeFigures programmes,
      ActivityFigures activities,
      TrainingReports training,
      CommunityGroupReports groups,
      LendingReports lending,
      Supplier<OrgMap> map) {
    this(Serving.only(programmes), Serving.only(activities), training, groups, lending, map);
  }

  /**
   * @param programmes those in service
   * @param activities those in service
   * @param map gives the map as known now
   */
  public ProgrammeReports(
      Serving<ProgrammeFigures> programmes,
      Serving<ActivityFigures> activities,
      TrainingReports training,
      CommunityGroupReports groups,
      LendingReports lending,
      Supplier<OrgMap> map) {
    this.programmes = programmes;
    this.activities = activities;
    this.training = training;
    this.groups = groups;
    this.lending = lending;
    this.map = map;
  }

  /** Fixes figures and map: whatever is read from the answer belongs together. */
  public Reading read() {
    while (true) {
      var now = map.get();
      var readings =
          new Readings(
              programmes.read(ProgrammeFigures::snapshot),
              activities.read(ActivityFigures::snapshot),
              training.read(),
              groups.read(),
              lending.read());
      if (readings.areOf(now)) { // else the map was redrawn in between
        return new Reading(readings, now);
      }
    }
  }

  /** Figures and map of one moment. All questions throw a RuleViolation that names a parameter. */
  public final class Reading implements UnitReading {
    private final Readings readings;
    private final OrgMap orgMap;

    private Reading(Readings readings, OrgMap orgMap) {
      this.readings = readings;
      this.orgMap = orgMap;
    }

    @Override
    public ViewPosition position() {
      return readings.position();
    }

    @Override
    public String mapVersion() {
      return orgMap.version();
    }

    /** The classes and people of the same moment. */
    public TrainingReports.Reading training() {
      return readings.training();
    }

    /** The community groups of the same moment. */
    public CommunityGroupReports.Reading groups() {
      return readings.groups();
    }

    /** The loans of the same moment. */
    public LendingReports.Reading lending() {
      return readings.lending();
    }

    @Override
    public UUID unit(Dated query) {
      return UnitChoice.unit(query.unit(), territories.on(orgMap, query.hierarchy())).id();
    }

    /** Explains the figures of one indicator. */
    public Explainer<ProgrammePart> explainer(ProgrammeQuery query, ProgrammeSection section) {
      var territory = territories.on(orgMap, query.hierarchy());
      return new ProgrammeExplainer(readings, territory, query, section, this::report);
    }

    /** What programmes promised and delivered. */
    public ProgrammeReport report(ProgrammeQuery query) {
      var territory = territories.on(orgMap, query.hierarchy());
      var madeOf = new MadeOf(orgMap.version(), readings.positions());
      return reports.get(
          query, madeOf, () -> new ProgrammeReporter(readings, territory, query).report());
    }
  }
}

package vn.sen.reporting.warning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.WomenDefinition;
import vn.sen.events.reporting.WatchedFigure;
import vn.sen.reporting.lending.LendingQuery;
import vn.sen.reporting.lending.LendingQuery.Selection;
import vn.sen.reporting.lending.LendingReports;
import vn.sen.reporting.membership.MembershipQuery;
import vn.sen.reporting.membership.MembershipReport;
import vn.sen.reporting.membership.MembershipReports;
import vn.sen.reporting.reading.LevelNotBelowUnit;
import vn.sen.reporting.reading.LevelNotOnMap;
import vn.sen.reporting.reading.Unit;
import vn.sen.reporting.voice.Side;
import vn.sen.reporting.voice.VoiceQuery;
import vn.sen.reporting.voice.VoiceReports;

/** Reads the shares that rules watch from the reports of one moment. */
record Figures(
    MembershipReports.Reading membership,
    LendingReports.Reading lending,
    VoiceReports.Reading voices) {

  /** A unit's share on the days on which there is one, the oldest first. */
  record Series(Unit unit, List<Point> points) {}

  /** One unit's figures; a null or 0 denominator says that there is nothing to measure by. */
  private record Share(@Nullable Unit unit, long numerator, @Nullable Long denominator) {}

  /**
   * The shares of all units of a level on some days.
   *
   * @param days the oldest first
   * @return by code; none where the level does not lie below the unit on the map
   */
  List<Series> series(
      WatchedFigure figure,
      UnitLevel level,
      String unit,
      LocalDate hierarchy,
      List<LocalDate> days) {
    Map<UUID, Series> series = new LinkedHashMap<>();
    try {
      for (var day : days) {
        for (var share : shares(figure, new Asked(unit, level, hierarchy, day))) {
          add(share, day, series);
        }
      }
    } catch (LevelNotBelowUnit | LevelNotOnMap e) {
      return List.of();
    }
    return List.copyOf(series.values());
  }

  private static void add(Share share, LocalDate day, Map<UUID, Series> series) {
    var unit = share.unit();
    if (unit == null) {
      return; // a remainder is no unit that anybody could visit
    }
    var points =
        series.computeIfAbsent(unit.id(), _ -> new Series(unit, new ArrayList<>())).points();
    var denominator = share.denominator();
    if (denominator != null && denominator > 0) {
      points.add(new Point(day, share.numerator(), denominator));
    }
  }

  /** The first of the twelve months that end with a day. */
  static LocalDate yearBefore(LocalDate day) {
    return day.minusYears(1).plusDays(1);
  }

  private record Asked(String unit, UnitLevel level, LocalDate hierarchy, LocalDate day) {

    LocalDate yearBefore() {
      return Figures.yearBefore(day);
    }

    LendingQuery lending(LocalDate from) {
      return new LendingQuery(unit, day, hierarchy, level, from, Selection.ALL, Set.of());
    }
  }

  private List<Share> shares(WatchedFigure figure, Asked asked) {
    return switch (figure) {
      case GATHERING_RATE -> gathering(asked);
      case OVERDUE_RATIO ->
          lending.report(asked.lending(asked.day())).rows().stream()
              .map(row -> new Share(row.unit(), row.debt().overdue(), row.debt().outstanding()))
              .toList();
      case CHECKS_IN_TIME ->
          lending.duties(asked.lending(asked.yearBefore())).rows().stream()
              .map(
                  row ->
                      new Share(
                          row.unit(),
                          row.duties().checks().doneInTime(),
                          row.duties().checks().due()))
              .toList();
      case ANSWERS_IN_TIME -> answers(asked);
    };
  }

  private List<Share> gathering(Asked asked) {
    var query =
        new MembershipQuery(
            asked.unit(), asked.day(), asked.hierarchy(), asked.level(), asked.day());
    return membership.report(query).rows().stream()
        .map(row -> new Share(row.unit(), row.members(), present(row)))
        .toList();
  }

  private static @Nullable Long present(MembershipReport.Row row) {
    for (var women : row.women()) {
      if (women.definition() == WomenDefinition.WOMEN_PRESENT) {
        return women.count();
      }
    }
    return null;
  }

  private List<Share> answers(Asked asked) {
    var query =
        new VoiceQuery(
            asked.unit(),
            Side.OWNER,
            asked.day(),
            asked.hierarchy(),
            asked.level(),
            asked.yearBefore(),
            null,
            null,
            Set.of());
    return voices.report(query).rows().stream()
        .map(row -> new Share(row.unit(), row.counts().answeredInTime(), row.counts().due()))
        .toList();
  }
}

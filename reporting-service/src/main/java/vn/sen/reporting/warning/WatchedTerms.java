package vn.sen.reporting.warning;

import java.time.LocalDate;
import java.util.Map;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.WomenDefinition;
import vn.sen.events.reporting.WatchedFigure;
import vn.sen.reporting.reading.Origin;
import vn.sen.reporting.voice.Side;

/** Where the figures stand that a watched share is made of. */
public record WatchedTerms(Origin numerator, Origin denominator) {

  /**
   * Those of a day.
   *
   * @param level of the units that are watched
   */
  public static WatchedTerms of(WatchedFigure figure, UnitLevel level, LocalDate day) {
    var ofLevel = Map.of("level", level.name());
    var year = Map.of("level", level.name(), "from", Figures.yearBefore(day).toString());
    return switch (figure) {
      case GATHERING_RATE ->
          of("membership", "members", "women." + WomenDefinition.WOMEN_PRESENT, ofLevel);
      case OVERDUE_RATIO -> of("lending", "overdue", "outstanding", ofLevel);
      case CHECKS_IN_TIME -> of("lending/duties", "checks.doneInTime", "checks.due", year);
      case ANSWERS_IN_TIME ->
          of(
              "voices",
              "answeredInTime",
              "due",
              Map.of(
                  "level",
                  level.name(),
                  "from",
                  Figures.yearBefore(day).toString(),
                  "side",
                  Side.OWNER.name()));
    };
  }

  private static WatchedTerms of(
      String report, String numerator, String denominator, Map<String, String> of) {
    return new WatchedTerms(new Origin(report, numerator, of), new Origin(report, denominator, of));
  }
}

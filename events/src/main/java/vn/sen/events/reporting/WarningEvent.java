package vn.sen.events.reporting;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventName;

/**
 * What a rule says of one unit, when it says something else than before. The aggregate is the pair
 * of rule and unit. Shares are hundredths of a percent: 6000 is 60 %.
 */
public sealed interface WarningEvent extends DomainEvent {

  /** The code of the rule. */
  String rule();

  /** The unit whose figure it is. */
  UUID unitId();

  /** The day of the figures. */
  LocalDate on();

  @Override
  default LocalDate effectiveDate() {
    return on();
  }

  /**
   * The figure as it is on the day.
   *
   * @param figure what the rule watches
   * @param numerator people or đồng or checks or voices, by the figure
   * @param denominator the same, never 0
   * @param share numerator ÷ denominator in hundredths of a percent, rounded half up
   * @param threshold in hundredths of a percent
   * @param cause what moved towards the threshold over the trend's months
   * @param reachedOn the first day beyond the threshold at the present pace; null unless it is
   *     HEADING there
   */
  record Finding(
      WatchedFigure figure,
      long numerator,
      long denominator,
      long share,
      long threshold,
      WarningCause cause,
      @Nullable LocalDate reachedOn) {}

  /**
   * There was no warning, and now there is.
   *
   * @param rule the code of the rule
   * @param unitId the unit whose figure it is
   * @param on the day of the figures
   */
  @EventName("reporting.warning.raised.v1")
  record WarningRaised(String rule, UUID unitId, LocalDate on, WarningLevel level, Finding finding)
      implements WarningEvent {}

  /**
   * The warning is of another level than before.
   *
   * @param rule the code of the rule
   * @param unitId the unit whose figure it is
   * @param on the day of the figures
   * @param from the level before
   */
  @EventName("reporting.warning.changed.v1")
  record WarningChanged(
      String rule,
      UUID unitId,
      LocalDate on,
      WarningLevel from,
      WarningLevel level,
      Finding finding)
      implements WarningEvent {}

  /**
   * There is no warning any more.
   *
   * @param rule the code of the rule
   * @param unitId the unit whose figure it was
   * @param on the day of the figures
   * @param from the level before
   */
  @EventName("reporting.warning.lifted.v1")
  record WarningLifted(String rule, UUID unitId, LocalDate on, WarningLevel from, LiftReason reason)
      implements WarningEvent {}
}

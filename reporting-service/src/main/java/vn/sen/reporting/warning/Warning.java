package vn.sen.reporting.warning;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.Decision;
import vn.sen.events.reporting.LiftReason;
import vn.sen.events.reporting.WarningEvent;
import vn.sen.events.reporting.WarningEvent.WarningChanged;
import vn.sen.events.reporting.WarningEvent.WarningLifted;
import vn.sen.events.reporting.WarningEvent.WarningRaised;
import vn.sen.events.reporting.WarningLevel;

/**
 * What subscribers were last told of a rule and a unit.
 *
 * @param level null while there is no warning
 * @param on the day of the figures they were told; null while they were told nothing
 */
public record Warning(
    String rule, UUID unitId, @Nullable WarningLevel level, @Nullable LocalDate on) {

  /** Nothing was ever told. */
  public static Warning none(String rule, UUID unitId) {
    return new Warning(rule, unitId, null, null);
  }

  /**
   * What the figures of a day say now; figures older than those that were told change nothing.
   *
   * @param finding the figures behind the level
   */
  public Decision<Warning> say(WarningLevel now, WarningEvent.Finding finding, LocalDate day) {
    if (now == level || isOlder(day)) {
      return Decision.nothing(this);
    }
    return decided(
        now,
        day,
        level == null
            ? new WarningRaised(rule, unitId, day, now, finding)
            : new WarningChanged(rule, unitId, day, level, now, finding));
  }

  /** There is nothing to warn of any more. */
  public Decision<Warning> lift(LiftReason reason, LocalDate day) {
    if (level == null || isOlder(day)) {
      return Decision.nothing(this);
    }
    return decided(null, day, new WarningLifted(rule, unitId, day, level, reason));
  }

  private boolean isOlder(LocalDate day) {
    return on != null && day.isBefore(on);
  }

  private Decision<Warning> decided(
      @Nullable WarningLevel next, LocalDate day, WarningEvent event) {
    return Decision.of(new Warning(rule, unitId, next, day), event);
  }
}

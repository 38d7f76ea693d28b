package vn.sen.training.theme;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.sen.events.training.ThemeEvent;
import vn.sen.events.training.ThemeEvent.ThemeIntroduced;
import vn.sen.events.training.ThemeEvent.ThemeRetired;

/**
 * A theme of training.
 *
 * @param from the first day on which classes can be held on it
 * @param retiredOn the first day on which they no longer can; null while they can
 */
record Theme(String code, String name, LocalDate from, @Nullable LocalDate retiredOn) {

  /**
   * What a command leads to.
   *
   * @param theme null where it does not exist yet
   * @throws RetiredBeforeStart if the theme would end before it began
   * @throws ThemeAlreadyRetired if it was retired on another day
   */
  static List<ThemeEvent> decide(@Nullable Theme theme, ThemeCommand command) {
    return switch (command) {
      case ThemeCommand.Introduce(var code, var name, var from) ->
          List.of(new ThemeIntroduced(code, name, from));
      case ThemeCommand.Retire(var on) ->
          Objects.requireNonNull(theme, "only an existing theme is retired").retire(on);
    };
  }

  private List<ThemeEvent> retire(LocalDate on) {
    if (on.equals(retiredOn)) {
      return List.of();
    }
    if (retiredOn != null) {
      throw new ThemeAlreadyRetired(retiredOn);
    }
    if (!on.isAfter(from)) {
      throw new RetiredBeforeStart(from);
    }
    return List.of(new ThemeRetired(on));
  }

  /** Whether classes can be held on it on a day. */
  boolean isTaughtOn(LocalDate day) {
    return !day.isBefore(from) && (retiredOn == null || day.isBefore(retiredOn));
  }

  /** The state after an event. */
  static Theme evolve(@Nullable Theme theme, ThemeEvent event) {
    return switch (event) {
      case ThemeIntroduced(var code, var name, var from) -> new Theme(code, name, from, null);
      case ThemeRetired(var on) -> {
        var before = Objects.requireNonNull(theme, "a theme begins by introduction");
        yield new Theme(before.code, before.name, before.from, on);
      }
    };
  }
}

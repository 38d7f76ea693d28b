package vn.sen.identity.person;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How long units live: an appointment ends with its unit. */
public interface UnitLives {

  /** The first day on which the unit no longer exists; empty while no end is known. */
  Optional<LocalDate> endOf(UUID unit);

  /**
   * Whether the unit is not closed on the day.
   *
   * @param unit null for the whole Union, which does not end
   */
  default boolean existsOn(@Nullable UUID unit, LocalDate day) {
    return unit == null || endOf(unit).map(day::isBefore).orElse(true);
  }
}

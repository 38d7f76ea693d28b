package vn.sen.reporting.reading.web;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** Whose figures are asked for, of which day, by which map, and as known when. */
public record Subject(
    @Parameter(
            description = "The code that the unit bears on the hierarchy's date, or its id",
            example = "54")
        @NotNull
        String unit,
    @Parameter(description = "The business date of the figures; today if absent")
        @DateTimeFormat(iso = ISO.DATE)
        @Nullable LocalDate asOf,
    @Parameter(description = "The day whose map sums the figures; asOf if absent")
        @DateTimeFormat(iso = ISO.DATE)
        @Nullable LocalDate hierarchy,
    @Parameter(
            description =
                "The day at whose end the figures were known so, by when they were recorded; now if"
                    + " absent")
        @DateTimeFormat(iso = ISO.DATE)
        @Nullable LocalDate knownAt) {

  /** The business date. */
  public LocalDate day(Clock clock) {
    return Dates.check("asOf", Objects.requireNonNullElseGet(asOf, () -> LocalDate.now(clock)));
  }

  /** The day whose map it is. */
  public LocalDate map(Clock clock) {
    return Dates.check("hierarchy", Objects.requireNonNullElseGet(hierarchy, () -> day(clock)));
  }

  /**
   * The first day of what is summed over a period.
   *
   * @param from as asked for; the first of the business date's year if null
   */
  public LocalDate since(@Nullable LocalDate from, Clock clock) {
    return Dates.check(
        "from", Objects.requireNonNullElseGet(from, () -> day(clock).withDayOfYear(1)));
  }
}

package vn.sen.reporting.programme.web;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitLevel;
import vn.sen.reporting.programme.ProgrammeQuery;
import vn.sen.reporting.programme.YearOfOtherDate;
import vn.sen.reporting.reading.web.Dates;
import vn.sen.reporting.reading.web.Subject;

/** What is asked of the programmes of the Union, beside the subject. */
record ProgrammeDetails(
    @Parameter(description = "The level of the rows; the next one below the unit if absent")
        @Nullable UnitLevel level,
    @Parameter(
            description =
                "The year of the targets, from whose first day on flows are counted; asOf's if"
                    + " absent. Without asOf, results are those of the year's last day, or today's")
        @Min(FIRST_YEAR)
        @Max(LAST_YEAR)
        @Nullable Integer year) {

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2199;

  /**
   * @param programme the code of a programme of the Union; null for all
   * @throws YearOfOtherDate if the year is not that of asOf (422)
   */
  ProgrammeQuery query(Subject subject, @Nullable String programme, Clock clock) {
    var until = Dates.check("asOf", until(subject.asOf(), clock));
    var map = Objects.requireNonNullElse(subject.hierarchy(), until);
    return new ProgrammeQuery(
        subject.unit(), until, Dates.check("hierarchy", map), level, programme);
  }

  /** The date of the results: where only a year is asked for, its last day or today. */
  private LocalDate until(@Nullable LocalDate asOf, Clock clock) {
    if (asOf != null) {
      if (year != null && year != asOf.getYear()) {
        throw new YearOfOtherDate(year, asOf);
      }
      return asOf;
    }
    var today = LocalDate.now(clock);
    return year == null || year == today.getYear() ? today : LocalDate.of(year, 12, 31);
  }
}

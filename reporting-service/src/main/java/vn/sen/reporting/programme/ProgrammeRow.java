package vn.sen.reporting.programme;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.training.ResultRule;

/**
 * What the view of the Union's programmes counts by: how often something was said. What is said
 * bears the sequence of its programme, or of the programme and the unit, because the later word
 * counts.
 */
public sealed interface ProgrammeRow {

  /** A programme has this code. */
  record Coded(UUID programme, String code) implements ProgrammeRow {}

  /** A programme bears this name from a day on. */
  record Named(UUID programme, long sequence, LocalDate from, String name)
      implements ProgrammeRow {}

  /**
   * The days of a programme.
   *
   * @param until the last one, or null
   */
  record Lasting(UUID programme, long sequence, LocalDate from, @Nullable LocalDate until)
      implements ProgrammeRow {}

  /**
   * In what an indicator is measured.
   *
   * @param decimals how many digits of its targets and stated results stand behind the point
   */
  record Measured(UUID programme, String indicator, int decimals, String unit)
      implements ProgrammeRow {}

  /** An indicator bears this name and follows this rule from a day on. */
  record Ruled(
      UUID programme, String indicator, long sequence, LocalDate from, ResultRule rule, String name)
      implements ProgrammeRow {}

  /** The first day without an indicator. */
  record Retired(UUID programme, String indicator, LocalDate on) implements ProgrammeRow {}

  /** What a number stands for. */
  enum Sort {
    /** To be reached by the end of the year. */
    TARGET,
    /** Stated: all since the first day of the year. */
    YEAR_TO_DATE,
    /** Stated: what there is on the date. */
    AS_OF
  }

  /**
   * Something that stands for a unit.
   *
   * @param programme the code
   * @param indicator the code
   * @param date the date it is stated for; the first day of a target's year
   * @param value in the indicator's last decimal; null where nothing is said any more
   */
  record Goal(
      String programme,
      String indicator,
      UUID unit,
      Sort sort,
      LocalDate date,
      long sequence,
      @Nullable Long value)
      implements ProgrammeRow {}
}

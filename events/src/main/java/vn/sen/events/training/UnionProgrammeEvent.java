package vn.sen.events.training;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventName;

/**
 * What happens to one programme of the Union (chương trình, đề án, dự án) and its indicators. Not
 * to be confused with the programmes under which banks lend.
 */
public sealed interface UnionProgrammeEvent extends DomainEvent {

  /**
   * The programme is there from a day on.
   *
   * @param code unique, for ever; classes, groups and activities name their programme by it
   * @param name in Vietnamese
   * @param from the first day
   * @param until the last day; null while no end is set
   * @param source the decision that set it up, for people to read
   */
  @EventName("training.programme.introduced.v1")
  record UnionProgrammeIntroduced(
      String code, String name, LocalDate from, @Nullable LocalDate until, String source)
      implements UnionProgrammeEvent {
    @Override
    public LocalDate effectiveDate() {
      return from;
    }
  }

  /**
   * The programme bears this name from a day on; stated again for the day, it replaces it.
   *
   * @param name in Vietnamese
   */
  @EventName("training.programme.renamed.v1")
  record UnionProgrammeRenamed(String name, LocalDate from) implements UnionProgrammeEvent {
    @Override
    public LocalDate effectiveDate() {
      return from;
    }
  }

  /**
   * The programme's days are other ones, from the beginning: it was prolonged, ended early, or they
   * were wrong.
   *
   * @param from the first day
   * @param until the last day; null while no end is set
   * @param source the decision that says so, for people to read
   */
  @EventName("training.programme.days-set.v1")
  record UnionProgrammeDaysSet(LocalDate from, @Nullable LocalDate until, String source)
      implements UnionProgrammeEvent {
    @Override
    public LocalDate effectiveDate() {
      return from;
    }
  }

  /**
   * The programme is measured by something more.
   *
   * @param code unique within the programme, for ever
   * @param name in Vietnamese
   * @param unit in what it is measured, for people to read: lớp, người, tổ, %
   * @param decimals how many of the digits of its targets and stated results stand behind the
   *     point, 0 to 2; 975 with one decimal is 97.5
   * @param rule how its result comes about
   * @param from the first day
   */
  @EventName("training.programme.indicator-added.v1")
  record IndicatorAdded(
      String code, String name, String unit, int decimals, ResultRule rule, LocalDate from)
      implements UnionProgrammeEvent {
    @Override
    public LocalDate effectiveDate() {
      return from;
    }
  }

  /**
   * The indicator bears this name and follows this rule from a day on; stated again for the day, it
   * replaces what was said. A result is counted by the rule of the day it is asked for.
   *
   * @param code of the indicator
   * @param name in Vietnamese
   * @param rule how its result comes about
   */
  @EventName("training.programme.indicator-revised.v1")
  record IndicatorRevised(String code, String name, ResultRule rule, LocalDate from)
      implements UnionProgrammeEvent {
    @Override
    public LocalDate effectiveDate() {
      return from;
    }
  }

  /**
   * The programme is not measured by the indicator any more.
   *
   * @param code of the indicator
   * @param on the first day without it
   */
  @EventName("training.programme.indicator-retired.v1")
  record IndicatorRetired(String code, LocalDate on) implements UnionProgrammeEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }
}

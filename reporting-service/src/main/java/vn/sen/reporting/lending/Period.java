package vn.sen.reporting.lending;

import java.time.LocalDate;
import java.time.YearMonth;
import vn.sen.events.lending.LoanMeasure;
import vn.sen.reporting.lending.LendingFigure.Weight;

/** The days of a report, both ends included, and which steps of loans count in them. */
record Period(LocalDate from, LocalDate to) {

  static Period of(LendingQuery query) {
    return new Period(query.from(), query.asOf());
  }

  /** So much of it as lies in a month; from after its end where nothing does. */
  Period in(YearMonth month) {
    var first = month.atDay(1);
    var last = month.atEndOfMonth();
    return new Period(first.isAfter(from) ? first : from, last.isBefore(to) ? last : to);
  }

  private boolean isOver(long epochDay) {
    return epochDay > to.toEpochDay();
  }

  private boolean isBefore(long epochDay) {
    return epochDay < from.toEpochDay();
  }

  /** A balance at its end. */
  Weight stock(LoanMeasure of) {
    return (_, measure, day) -> measure == of && !isOver(day) ? 1 : 0;
  }

  /** A balance before its first day. */
  Weight before(LoanMeasure of) {
    return (_, measure, day) -> measure == of && isBefore(day) ? 1 : 0;
  }

  /** What there was on its days. */
  Weight flow(LoanMeasure of) {
    return (_, measure, day) -> measure == of && !isBefore(day) && !isOver(day) ? 1 : 0;
  }

  /** Principal that is owed at its end. */
  Weight principal() {
    return (_, measure, day) -> measure.isPrincipal() && !isOver(day) ? 1 : 0;
  }

  /** Principal that was owed before its first day. */
  Weight opening() {
    return (_, measure, day) -> measure.isPrincipal() && isBefore(day) ? 1 : 0;
  }
}

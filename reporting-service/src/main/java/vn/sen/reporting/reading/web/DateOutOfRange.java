package vn.sen.reporting.reading.web;

import vn.sen.chassis.domain.RuleViolation;

/** A date in no time that reports are about: surely a slip of the hand. */
final class DateOutOfRange extends RuleViolation {

  DateOutOfRange(String parameter, String first, String last) {
    super("?" + parameter, first, last);
  }

  @Override
  public int status() {
    return 400;
  }
}

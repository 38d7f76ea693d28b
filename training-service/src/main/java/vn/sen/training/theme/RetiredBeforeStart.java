package vn.sen.training.theme;

import java.time.LocalDate;
import vn.sen.chassis.domain.RuleViolation;

/** A theme is there for at least a day. */
final class RetiredBeforeStart extends RuleViolation {

  RetiredBeforeStart(LocalDate from) {
    super("/on", from.toString());
  }
}

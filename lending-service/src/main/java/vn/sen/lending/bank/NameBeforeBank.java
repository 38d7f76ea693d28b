package vn.sen.lending.bank;

import java.time.LocalDate;
import vn.sen.chassis.domain.RuleViolation;

/** A name cannot begin before the bank does. */
final class NameBeforeBank extends RuleViolation {

  NameBeforeBank(LocalDate since) {
    super("/from", since.toString());
  }
}

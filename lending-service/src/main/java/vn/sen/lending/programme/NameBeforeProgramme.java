package vn.sen.lending.programme;

import java.time.LocalDate;
import vn.sen.chassis.domain.RuleViolation;

/** A name cannot begin before the programme does. */
final class NameBeforeProgramme extends RuleViolation {

  NameBeforeProgramme(LocalDate since) {
    super("/from", since.toString());
  }
}

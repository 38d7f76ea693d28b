package vn.sen.lending.naming;

import java.time.LocalDate;
import vn.sen.chassis.domain.RuleViolation;

/** A name cannot begin before what it names does. */
public final class NameBeforeTheFirst extends RuleViolation {

  NameBeforeTheFirst(LocalDate since) {
    super("/from", since.toString());
  }
}

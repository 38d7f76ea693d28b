package vn.sen.training.theme;

import java.time.LocalDate;
import vn.sen.chassis.domain.RuleViolation;

/** A theme is retired once; what was published about it stays. */
final class ThemeAlreadyRetired extends RuleViolation {

  ThemeAlreadyRetired(LocalDate retiredOn) {
    super("", retiredOn.toString());
  }

  @Override
  public int status() {
    return 409;
  }
}

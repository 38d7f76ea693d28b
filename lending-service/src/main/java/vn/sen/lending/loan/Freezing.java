package vn.sen.lending.loan;

import java.time.LocalDate;
import java.util.List;

/**
 * For how long the interest of a loan can be stopped: at most three or five years, by the loss
 * (Decision 50/2010/QĐ-TTg of the Prime Minister as amended by Decision 08/2021/QĐ-TTg, for the
 * Bank for Social Policies; for other banks it is a configured rule of this software). The platform
 * is not told the loss, so it refuses only what no loss allows.
 *
 * @param rules by their first day, the oldest first, never empty
 */
public record Freezing(List<Rule> rules) {

  /**
   * A rule that holds from a day on.
   *
   * @param years the most a loan can be frozen for
   */
  public record Rule(LocalDate from, int years, String source) {}

  public Freezing {
    rules = List.copyOf(rules);
  }

  /** The last day of a freezing that begins on a day. */
  LocalDate longest(LocalDate on) {
    return rules.reversed().stream()
        .filter(rule -> !rule.from().isAfter(on))
        .findFirst()
        .map(rule -> on.plusYears(rule.years()))
        .orElseGet(() -> on.plusYears(rules.getFirst().years()));
  }
}

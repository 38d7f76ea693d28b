package vn.sen.reporting.warning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.sen.chassis.domain.Decision;
import vn.sen.events.reporting.WarningRuleEvent.WarningRuleSet;

/**
 * What is to be warned of, and since when.
 *
 * @param code for programs, for ever
 * @param versions the oldest first, one at most from each day on
 */
public record Rule(String code, List<Terms> versions) {

  public Rule {
    versions = List.copyOf(versions);
  }

  /** What the rule says on a day; empty where it is not in force. */
  public Optional<Terms> on(LocalDate day) {
    return versions.reversed().stream()
        .filter(version -> !version.from().isAfter(day))
        .findFirst()
        .filter(Terms::active);
  }

  /** Lets the rule say something from a day on, in place of what it says from that very day on. */
  public Decision<Rule> set(Terms terms) {
    if (versions.contains(terms)) {
      return Decision.nothing(this);
    }
    var next = new ArrayList<>(versions);
    next.removeIf(version -> version.from().equals(terms.from()));
    next.add(terms);
    next.sort(Comparator.comparing(Terms::from));
    return Decision.of(
        new Rule(code, next),
        new WarningRuleSet(
            code,
            terms.from(),
            terms.active(),
            terms.figure(),
            terms.level(),
            terms.side(),
            terms.threshold(),
            terms.horizonMonths(),
            terms.windowMonths(),
            terms.source()));
  }
}

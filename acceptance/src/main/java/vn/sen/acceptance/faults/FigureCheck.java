package vn.sen.acceptance.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Compares figures of the report with those that the acknowledged commands add up to. */
final class FigureCheck {

  private FigureCheck() {}

  /**
   * Checks the figures of units.
   *
   * @param where whose figures these are, for the text of a finding
   */
  static List<Finding> of(String where, Map<UUID, Figures> shown, Map<UUID, Figures> expected) {
    var findings = new ArrayList<Finding>();
    expected.forEach(
        (unit, wanted) -> {
          var figures = shown.getOrDefault(unit, Figures.NONE);
          if (!figures.equals(wanted)) {
            var text = "%s: unit %s shows %s, expected %s".formatted(where, unit, figures, wanted);
            findings.add(isMore(figures, wanted) ? Finding.doubled(text) : Finding.lost(text));
          }
        });
    shown.forEach(
        (unit, figures) -> {
          if (!expected.containsKey(unit) && !figures.equals(Figures.NONE)) {
            findings.add(Finding.doubled("%s: unit %s shows %s".formatted(where, unit, figures)));
          }
        });
    return findings;
  }

  private static boolean isMore(Figures shown, Figures expected) {
    return shown.members() > expected.members()
        || shown.honorary() > expected.honorary()
        || isMore(shown.in(), expected.in())
        || isMore(shown.out(), expected.out());
  }

  private static boolean isMore(Map<String, Long> shown, Map<String, Long> expected) {
    var all = new HashMap<>(shown);
    expected.forEach((flow, count) -> all.merge(flow, -count, Long::sum));
    return all.values().stream().anyMatch(count -> count > 0);
  }
}

package vn.sen.acceptance.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Results as text. */
final class Report {

  /** In seconds: so soon figures should be fresh after any single fault. */
  private static final int TO_REACH = 15;

  private Report() {}

  /** One seed on one line, and its findings below. */
  static String line(SeedResult result) {
    var line =
        String.format(
            Locale.ROOT,
            "seed %d: %d acknowledged, %d lost, %d doubled, %d reordered, %d other; %d without"
                + " answer, %d unavailable; settled after %.1f s, %.1f s in all",
            result.seed(),
            result.acknowledged(),
            result.lost(),
            result.doubled(),
            result.reordered(),
            result.other(),
            result.unanswered(),
            result.unavailable(),
            result.settledSeconds(),
            result.seconds());
    return result.findings().isEmpty()
        ? line
        : line + "\n  " + String.join("\n  ", result.findings());
  }

  /** All seeds together, and recovery by fault. */
  static String text(List<SeedResult> results) {
    var recoveries = new TreeMap<String, List<Double>>();
    for (var result : results) {
      for (var step : result.steps()) {
        if (step.injected() && step.recoverySeconds() != null) {
          recoveries
              .computeIfAbsent(name(step), _ -> new ArrayList<>())
              .add(step.recoverySeconds());
        }
      }
    }
    var text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%d seeds, %d clean; %d faults; %d commands acknowledged, %d lost, %d doubled, %d"
                + " reordered, %d other findings%n%n",
            results.size(),
            results.stream().filter(SeedResult::isClean).count(),
            results.stream()
                .flatMap(r -> r.steps().stream())
                .filter(SeedResult.Step::injected)
                .count(),
            results.stream().mapToInt(SeedResult::acknowledged).sum(),
            results.stream().mapToInt(SeedResult::lost).sum(),
            results.stream().mapToInt(SeedResult::doubled).sum(),
            results.stream().mapToInt(SeedResult::reordered).sum(),
            results.stream().mapToInt(SeedResult::other).sum()));
    text.append(
        String.format(
            Locale.ROOT,
            "%-28s %6s %10s %10s %10s   seconds until figures were fresh%n",
            "fault",
            "times",
            "median",
            "longest",
            "over " + TO_REACH));
    recoveries.forEach(
        (fault, seconds) -> {
          var sorted = seconds.stream().sorted().toList();
          text.append(
              String.format(
                  Locale.ROOT,
                  "%-28s %6d %10.1f %10.1f %10d%n",
                  fault,
                  sorted.size(),
                  sorted.get(sorted.size() / 2),
                  sorted.getLast(),
                  sorted.stream().filter(one -> one > TO_REACH).count()));
        });
    return text.toString();
  }

  private static String name(SeedResult.Step step) {
    return step.fault().equals(Fault.BROKER_AWAY.name())
        ? step.fault() + " " + step.holdMillis() / 1000 + " s"
        : step.fault();
  }
}

package vn.sen.reporting.change;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.sen.reporting.change.Difference.SumOfCause;

/** Adds up what each cause moved. */
final class Sums {

  private final Map<Cause, Map<String, Long>> byCause = new EnumMap<>(Cause.class);

  void add(Cause cause, Map<String, Long> moved) {
    var sum = byCause.computeIfAbsent(cause, _ -> new LinkedHashMap<>());
    moved.forEach((name, delta) -> sum.merge(name, delta, (a, b) -> a + b == 0 ? null : a + b));
  }

  /** Those that moved something. */
  List<SumOfCause> list() {
    return byCause.entrySet().stream()
        .filter(e -> !e.getValue().isEmpty())
        .map(e -> new SumOfCause(e.getKey(), e.getValue()))
        .toList();
  }
}

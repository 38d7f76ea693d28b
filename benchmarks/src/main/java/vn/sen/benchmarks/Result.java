package vn.sen.benchmarks;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one benchmark found.
 *
 * @param path what was measured
 * @param unit of value and ceiling
 * @param value the platform's figure
 * @param ceiling the same work by the bare infrastructure, measured in the same run; null where
 *     there is none
 * @param peer the same work by another tool; null where there is none
 * @param ratios value to ceiling, to peer and the like, by name
 * @param target what must be reached, for people to read
 * @param met whether it was
 */
public record Result(
    String path,
    String unit,
    double value,
    @Nullable Double ceiling,
    @Nullable Double peer,
    Map<String, Double> ratios,
    String target,
    boolean met) {

  /** A row for the table in docs/performance.md. */
  String toRow() {
    return "| %s | %s | %s | %s | %s | %s | %s |"
        .formatted(
            path,
            unit,
            number(value),
            ceiling == null ? "–" : number(ceiling),
            ratios.isEmpty() ? "–" : ratios.toString(),
            target,
            met ? "yes" : "no");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.2f", value);
  }
}

package vn.sen.benchmarks;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one benchmark found.
 *
 * @param path what was measured
 * @param unit of value, ceiling and peer
 * @param value the platform's figure
 * @param ceiling the same work by the bare infrastructure, measured in the same run; null where
 *     there is none
 * @param peer the same work by another tool, measured in the same run; null where there is none
 * @param ratios value to ceiling, to peer and the like, by name; medians of the rounds' own ratios
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

  /** The heading of the table in docs/performance.md. */
  static final String HEADING =
      """
      | path | unit | value | ceiling | peer | ratios | to reach | met |
      |---|---|---|---|---|---|---|---|\
      """;

  public Result {
    ratios = new TreeMap<>(ratios);
  }

  /** A row of the table. */
  String toRow() {
    return "| %s | %s | %s | %s | %s | %s | %s | %s |"
        .formatted(
            path,
            unit,
            number(value),
            ceiling == null ? "–" : number(ceiling),
            peer == null ? "–" : number(peer),
            ratios.entrySet().stream()
                .map(ratio -> ratio.getKey() + " " + number(ratio.getValue()))
                .collect(Collectors.joining(", ")),
            target,
            met ? "yes" : "no");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.2f", value);
  }
}

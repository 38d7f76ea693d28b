package vn.sen.reporting.province;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.sen.reporting.province.ReportDefinition.Line;
import vn.sen.reporting.province.ReportDefinition.Split;
import vn.sen.reporting.reading.Origin;
import vn.sen.reporting.reading.Results;

/**
 * What a line can show: read from the other reports, never counted again.
 *
 * @param id in the dictionary of indicators
 * @param unit of its values, for people to read
 * @param decimals its values have
 * @param dimensions by which it can be limited
 * @param splits by which it can be divided
 * @param source where its figures stand
 */
record Indicator(
    String id,
    String unit,
    int decimals,
    Set<String> dimensions,
    Set<Split> splits,
    Source source,
    Counter counter) {

  /** Tells where a figure is read. */
  @FunctionalInterface
  interface Source {

    /**
     * Where it stands.
     *
     * @param of what it is limited to
     * @return null where there is nothing to lead to
     */
    @Nullable Origin of(Map<String, String> of);

    /** A figure of a report that is limited by parameters of the same names. */
    static Source figure(String report, String figure) {
      return of -> new Origin(report, figure, of);
    }
  }

  /** Reads the figures of a line. */
  @FunctionalInterface
  interface Counter {

    /** One for a line that is not divided; else one for each part, in the parts' order. */
    List<Counted> count(Line line, Sources sources, LocalDate asOf);
  }

  /**
   * What a line, or a part of it, came to.
   *
   * @param of what it is limited to
   * @param part what the part is called; null where nothing is divided
   * @param unit instead of the indicator's; null for that
   */
  record Counted(
      Map<String, String> of, @Nullable String part, @Nullable String unit, Results results) {

    static List<Counted> of(Line line, Results results) {
      return List.of(new Counted(line.of(), null, null, results));
    }

    /** A part of a line that is divided by a dimension. */
    static Counted part(
        Line line, String dimension, String code, @Nullable String name, Results results) {
      var of = new TreeMap<>(line.of());
      of.put(dimension, code);
      return new Counted(of, name == null ? code : name, null, results);
    }
  }

  static BigDecimal whole(long number) {
    return BigDecimal.valueOf(number);
  }
}

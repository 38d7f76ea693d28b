package vn.sen.reporting.province;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a report shows, and the day that each of its figures is about.
 *
 * @param code names it, for example {@code phu-yen-2023}
 * @param title of the report, in Vietnamese
 * @param notice printed on every page, for example that the data are simulated; null for none
 * @param asOf the day of all figures that have none of their own; null for the one the reader asks
 *     for
 */
public record ReportDefinition(
    String code,
    String title,
    @Nullable String notice,
    @Nullable LocalDate asOf,
    Paper paper,
    List<Section> sections) {

  public ReportDefinition {
    sections = List.copyOf(Objects.requireNonNullElse(sections, List.of()));
  }

  /**
   * What stands on the printed report beside its figures.
   *
   * @param above the body above the one that reports
   * @param body that reports; null for the unit's name
   * @param symbol of the document, after its number: {@code BC-BTV}
   * @param place where it is signed; null for the unit's name
   * @param recipients for whom it is meant, one a line
   * @param authority on whose behalf it is signed: {@code TM. BAN THƯỜNG VỤ}
   * @param signatory the office of who signs: {@code CHỦ TỊCH}
   */
  public record Paper(
      String above,
      @Nullable String body,
      String symbol,
      @Nullable String place,
      List<String> recipients,
      String authority,
      String signatory) {

    public Paper {
      recipients = List.copyOf(Objects.requireNonNullElse(recipients, List.of()));
    }
  }

  /**
   * Figures that belong together.
   *
   * @param asOf the day of its figures; null for the report's
   * @param assumed whether that day is assumed, because nobody has stated it; null for no
   * @param note why, or anything else about its figures; null for nothing
   * @param text paragraphs in which {@code {key}} stands for a figure and {@code {key@asOf}} for
   *     its day
   */
  public record Section(
      String code,
      String title,
      @Nullable LocalDate asOf,
      @Nullable Boolean assumed,
      @Nullable String note,
      List<String> text,
      List<Line> lines,
      List<Chart> charts) {

    public Section {
      text = List.copyOf(Objects.requireNonNullElse(text, List.of()));
      lines = List.copyOf(Objects.requireNonNullElse(lines, List.of()));
      charts = List.copyOf(Objects.requireNonNullElse(charts, List.of()));
    }
  }

  /**
   * A figure, or one for each part of what it is divided by.
   *
   * @param indicator its id in the dictionary of indicators
   * @param name in Vietnamese
   * @param of what it is limited to, by dimension: {@code bank} to {@code VBSP}
   * @param by what it is divided by; null for one figure
   * @param asOf its day; null for the section's
   * @param assumed whether its own day is assumed; null for no
   * @param shown how people read it; null for the indicator's own unit
   */
  public record Line(
      String indicator,
      String name,
      Map<String, String> of,
      @Nullable Split by,
      @Nullable LocalDate asOf,
      @Nullable Boolean assumed,
      @Nullable Shown shown) {

    public Line {
      of = inOrder(Objects.requireNonNullElse(of, Map.of()));
    }

    /** Names the line within its report. */
    public String key() {
      return by == null ? keyOf(indicator, of) : keyOf(indicator, of) + "/" + by;
    }

    static Map<String, String> inOrder(Map<String, String> of) {
      return Collections.unmodifiableMap(new TreeMap<>(of));
    }

    /** Names a figure within its report: {@code lending.outstanding[bank=VBSP]}. */
    static String keyOf(String indicator, Map<String, String> of) {
      return of.isEmpty()
          ? indicator
          : indicator
              + new TreeMap<>(of)
                  .entrySet().stream()
                      .map(e -> e.getKey() + "=" + e.getValue())
                      .collect(Collectors.joining(",", "[", "]"));
    }
  }

  /** What a figure can be divided by. */
  public enum Split {
    BANK,
    LOAN_PROGRAMME,
    GROUP_TYPE,
    INDICATOR
  }

  /**
   * How people read a figure.
   *
   * @param unit in which it is shown: {@code triệu đồng}
   * @param power of ten by which that is larger than the indicator's own unit
   * @param decimals shown
   */
  public record Shown(String unit, int power, int decimals) {}

  /**
   * A bar chart.
   *
   * @param line the key of the line that is drawn
   * @param by what the bars are
   */
  public record Chart(String title, String line, Bars by) {}

  /** What the bars of a chart are. */
  public enum Bars {
    /** The units of the report's rows. */
    UNIT,
    /** The parts that the line is divided by. */
    PART
  }
}

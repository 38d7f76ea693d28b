package vn.sen.reporting.province;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.UnitTrait;
import vn.sen.reporting.membership.MembershipReport.LowRate;
import vn.sen.reporting.province.ReportDefinition.Bars;
import vn.sen.reporting.province.ReportDefinition.Paper;
import vn.sen.reporting.province.ReportDefinition.Shown;
import vn.sen.reporting.reading.Unit;

/**
 * The report of a unit, and its figures for the units below it.
 *
 * @param unit whose report it is
 * @param trait what the localities are that it is limited to; null for all
 * @param asOf the day of figures that have none of their own
 * @param definition by which it is made
 * @param notice printed on every page; null for none
 * @param columns the keys of all figures in the order of the sections, for the values of the rows
 * @param rows one for each unit of the level, by code; then, if anything is left, the remainder
 * @param thresholdPercent communes below it, measured against women present, are listed
 * @param underThreshold these communes, lowest rate first
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ProvinceReport(
    Unit unit,
    @Nullable UnitTrait trait,
    LocalDate asOf,
    LocalDate hierarchy,
    UnitLevel level,
    Made definition,
    String title,
    @Nullable String notice,
    Paper paper,
    List<Part> sections,
    List<String> columns,
    List<Row> rows,
    BigDecimal thresholdPercent,
    List<LowRate> underThreshold) {

  /**
   * The definition that made it.
   *
   * @param version 0 for the one that comes with the platform
   */
  public record Made(String code, long version) {}

  /**
   * A section.
   *
   * @param text paragraphs with their figures in them
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Part(
      String code,
      String title,
      @Nullable String note,
      List<String> text,
      List<Figure> figures,
      List<Drawn> charts) {}

  /**
   * A figure of the unit.
   *
   * @param key names it within the report
   * @param line the key of the definition's line that it comes from
   * @param indicator its id in the dictionary of indicators
   * @param of what it is limited to
   * @param value null where it cannot be told
   * @param unit of the value
   * @param decimals that the value has at most
   * @param shown how people read it
   * @param assumed whether its day is assumed
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Figure(
      String key,
      String line,
      String indicator,
      Map<String, String> of,
      String name,
      @Nullable String part,
      @Nullable BigDecimal value,
      String unit,
      int decimals,
      Shown shown,
      LocalDate asOf,
      boolean assumed) {}

  /** A chart of one line's figures. */
  public record Drawn(String title, String line, Bars by) {}

  /**
   * A row.
   *
   * @param unit null for the remainder
   * @param remainder whether these are the figures that the map leaves open or that belong to no
   *     unit of the level
   * @param values in the order of the columns; null where one cannot be told
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Row(@Nullable Unit unit, boolean remainder, List<@Nullable BigDecimal> values) {}

  /** All figures in the order of the columns. */
  public List<Figure> figures() {
    var all = new ArrayList<Figure>();
    sections.forEach(section -> all.addAll(section.figures()));
    return all;
  }

  /** The figures that are told, of the unit itself or of any below it. */
  public List<Figure> told() {
    var all = figures();
    return IntStream.range(0, all.size())
        .filter(column -> all.get(column).value() != null || isToldBelow(column))
        .mapToObj(all::get)
        .toList();
  }

  private boolean isToldBelow(int column) {
    return rows.stream().anyMatch(row -> row.values().get(column) != null);
  }

  /** The figure of a key. */
  public Optional<Figure> figure(String key) {
    return sections.stream()
        .flatMap(section -> section.figures().stream())
        .filter(figure -> figure.key().equals(key))
        .findFirst();
  }
}

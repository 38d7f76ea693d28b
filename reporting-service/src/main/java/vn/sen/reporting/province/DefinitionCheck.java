package vn.sen.reporting.province;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitLevel;
import vn.sen.reporting.province.ReportDefinition.Bars;
import vn.sen.reporting.province.ReportDefinition.Chart;
import vn.sen.reporting.province.ReportDefinition.Line;
import vn.sen.reporting.province.ReportDefinition.Section;
import vn.sen.reporting.province.ReportDefinition.Shown;

/** Makes sure that a definition can make a report before it is kept. */
public final class DefinitionCheck {

  private static final int MOST_DECIMALS = 6;
  private static final int LARGEST_POWER = 12;

  private final ReportDefinition definition;
  private final Set<String> lines = new HashSet<>();
  private final Set<String> indicators = new HashSet<>();

  private DefinitionCheck(ReportDefinition definition) {
    this.definition = definition;
  }

  /**
   * Refuses what makes no report.
   *
   * @throws vn.sen.chassis.domain.RuleViolation with a pointer to what is wrong
   */
  public static void check(ReportDefinition definition) {
    new DefinitionCheck(definition).all();
  }

  /**
   * Refuses a line that cannot be counted.
   *
   * @param pointer to the line
   */
  public static void check(Line line, String pointer) {
    text(line.indicator(), pointer + "/indicator");
    var indicator =
        Indicators.find(line.indicator())
            .orElseThrow(() -> new IndicatorUnknown(pointer + "/indicator", line.indicator()));
    for (var limit : line.of().entrySet()) {
      var at = pointer + "/of/" + limit.getKey();
      if (!indicator.dimensions().contains(limit.getKey())) {
        throw new IndicatorNotSoLimited(at, limit.getKey(), indicator.dimensions());
      }
      value(limit.getKey(), limit.getValue(), at);
    }
    if (line.by() != null && !indicator.splits().contains(line.by())) {
      throw new IndicatorNotSoLimited(pointer + "/by", line.by().name(), indicator.splits());
    }
  }

  private static void value(String dimension, String value, String pointer) {
    if (dimension.equals("flow") && !MembershipIndicators.isFlow(value)) {
      throw new IndicatorNotSoLimited(pointer, value, MembershipIndicators.flows());
    }
    if (dimension.equals("postLevel")
        && Arrays.stream(UnitLevel.values()).noneMatch(l -> l.name().equals(value))) {
      throw new IndicatorNotSoLimited(pointer, value, List.of(UnitLevel.values()));
    }
  }

  private void all() {
    text(definition.title(), "/title");
    paper();
    some(definition.sections(), "/sections");
    for (int i = 0; i < definition.sections().size(); i++) {
      section(definition.sections().get(i), "/sections/" + i);
    }
    // texts may speak of figures of later sections
    for (int i = 0; i < definition.sections().size(); i++) {
      words(definition.sections().get(i), "/sections/" + i);
    }
  }

  private void paper() {
    var paper = definition.paper();
    if (isAbsent(paper)) {
      throw new DefinitionIncomplete("/paper");
    }
    text(paper.above(), "/paper/above");
    text(paper.symbol(), "/paper/symbol");
    text(paper.authority(), "/paper/authority");
    text(paper.signatory(), "/paper/signatory");
  }

  private void section(Section section, String pointer) {
    text(section.code(), pointer + "/code");
    text(section.title(), pointer + "/title");
    some(section.lines(), pointer + "/lines");
    for (int i = 0; i < section.lines().size(); i++) {
      line(section.lines().get(i), pointer + "/lines/" + i);
    }
  }

  private void line(Line line, String pointer) {
    check(line, pointer);
    text(line.name(), pointer + "/name");
    shown(line.shown(), pointer + "/shown");
    indicators.add(line.indicator());
    if (!lines.add(line.key())) {
      throw new DefinitionIncomplete(pointer);
    }
  }

  private static void shown(@Nullable Shown shown, String pointer) {
    if (shown == null) {
      return;
    }
    text(shown.unit(), pointer + "/unit");
    if (shown.decimals() < 0 || shown.decimals() > MOST_DECIMALS) {
      throw new DefinitionIncomplete(pointer + "/decimals");
    }
    if (shown.power() < 0 || shown.power() > LARGEST_POWER) {
      throw new DefinitionIncomplete(pointer + "/power");
    }
  }

  private void words(Section section, String pointer) {
    for (int i = 0; i < section.text().size(); i++) {
      var at = pointer + "/text/" + i;
      Wording.keys(section.text().get(i))
          .filter(key -> !key.equals(Wording.UNIT) && !indicators.contains(indicator(key)))
          .findFirst()
          .ifPresent(
              key -> {
                throw new FigureNotInReport(at, key);
              });
    }
    for (int i = 0; i < section.charts().size(); i++) {
      chart(section.charts().get(i), pointer + "/charts/" + i);
    }
  }

  private void chart(Chart chart, String pointer) {
    text(chart.title(), pointer + "/title");
    text(chart.line(), pointer + "/line");
    if (isAbsent(chart.by())) {
      throw new DefinitionIncomplete(pointer + "/by");
    }
    boolean divided = chart.line().contains("/");
    if (!lines.contains(chart.line()) || divided != (chart.by() == Bars.PART)) {
      throw new FigureNotInReport(pointer + "/line", chart.line());
    }
  }

  /** Which parts a line has is only known when it is counted. */
  private static String indicator(String key) {
    int limits = key.indexOf('[');
    return limits < 0 ? key : key.substring(0, limits);
  }

  private static void text(@Nullable String text, String pointer) {
    if (text == null || text.isBlank()) {
      throw new DefinitionIncomplete(pointer);
    }
  }

  private static void some(List<?> list, String pointer) {
    if (list.isEmpty()) {
      throw new DefinitionIncomplete(pointer);
    }
  }

  /** What was read from JSON may lack anything. */
  private static boolean isAbsent(@Nullable Object part) {
    return part == null;
  }
}

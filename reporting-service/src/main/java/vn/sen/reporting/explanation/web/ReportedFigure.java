package vn.sen.reporting.explanation.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import vn.sen.reporting.reading.RowChoice;

/**
 * Finds a figure in a report's JSON: in the total, in the row of a unit, in the remainder, in what
 * is placed nowhere, or in what the report divides its total into.
 */
public final class ReportedFigure {

  /** Stands for what a report divides by and a part of it does not have. */
  public static final String NONE = "none";

  /** What stands beside the total and the rows, by the names in the report's JSON. */
  private static final Set<String> BESIDE = Set.of(RowChoice.UNPLACED, RowChoice.OFF_MAP);

  /** By what the entries of a list within a row are told apart. */
  private static final List<String> NAMES = List.of("definition", "toDays", "month");

  private final JsonNode figures;

  /**
   * The figures of a row.
   *
   * @param row see {@link RowChoice#of}
   * @param cell what else the row is limited to, by the names under which the report divides by it:
   *     a code or an id, or {@link #NONE}
   */
  public ReportedFigure(JsonNode report, @Nullable String row, Map<String, String> cell) {
    this.figures = cell.isEmpty() ? row(report, row) : cell(report, row, cell);
  }

  private static JsonNode row(JsonNode report, @Nullable String row) {
    if (row == null) {
      return report.path("total");
    }
    return BESIDE.contains(row)
        ? report.path(row)
        : entry(report.path("rows"), Map.of("unit", row));
  }

  private static JsonNode cell(JsonNode report, @Nullable String row, Map<String, String> cell) {
    var wanted = new TreeMap<>(cell);
    if (row != null) {
      wanted.put("unit", row);
    }
    if (wanted.size() > 1) {
      // what has no cells tells several apart in the entries of one section
      return report.has("cells")
          ? entry(report.path("cells"), wanted)
          : entry(section(report, wanted.lastKey()), wanted);
    }
    var only = wanted.firstEntry();
    var name = only.getKey();
    var entries = section(report, name);
    // the sections of units call these so, whatever they are to the section
    boolean calledSo = !entries.isEmpty() && entries.get(0).has(name);
    return entry(entries, Map.of(calledSo ? name : "unit", only.getValue()));
  }

  private static JsonNode section(JsonNode report, String name) {
    var by = "by" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    return report.has(by) ? report.path(by) : report.path(name + "s");
  }

  private static JsonNode entry(JsonNode entries, Map<String, String> wanted) {
    for (var entry : entries) {
      if (wanted.entrySet().stream().allMatch(w -> is(entry.path(w.getKey()), w.getValue()))) {
        return entry;
      }
    }
    return MissingNode.getInstance();
  }

  private static boolean is(JsonNode node, String wanted) {
    if (wanted.equals(NONE) || wanted.equals(RowChoice.REMAINDER)) {
      return node.isNull();
    }
    return node.isObject()
        ? wanted.equals(node.path("id").asString(""))
            || wanted.equals(node.path("code").asString(""))
        : wanted.equals(node.asString(""));
  }

  /**
   * A figure's value: 0 where the report tells of nothing, null where it says that there is none.
   *
   * @param figure the names on the way to it, with dots between them; an entry of a list has the
   *     name of its definition, its month, or its last day. What is told by reason is the sum of
   *     all reasons
   */
  public @Nullable BigDecimal value(String figure) {
    var node = figures;
    if (!node.isNumber()) {
      for (var step : figure.split("\\.", -1)) {
        node = step(node, step);
      }
    }
    if (node.isObject()) {
      if (!node.has("count") && !node.has("percent")) {
        return sum(node);
      }
      node = node.has("count") ? node.path("count") : node.path("percent");
    }
    if (node.isNull()) {
      return null;
    }
    return node.isNumber() ? node.decimalValue() : BigDecimal.ZERO;
  }

  private static BigDecimal sum(JsonNode byReason) {
    return byReason
        .valueStream()
        .filter(JsonNode::isNumber)
        .map(JsonNode::decimalValue)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /**
   * A percentage: null where it cannot be.
   *
   * @param figure see {@link #value}
   */
  public @Nullable BigDecimal percentage(String figure) {
    return figures.isMissingNode() ? null : value(figure);
  }

  private static JsonNode step(JsonNode node, String name) {
    if (!node.isArray()) {
      return node.path(name);
    }
    for (var entry : node) {
      if (NAMES.stream().anyMatch(n -> entry.has(n) && is(entry.path(n), name))) {
        return entry;
      }
    }
    return MissingNode.getInstance();
  }
}

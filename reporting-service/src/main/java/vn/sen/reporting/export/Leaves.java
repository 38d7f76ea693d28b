package vn.sen.reporting.export;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import vn.sen.chassis.domain.BusinessZone;

/**
 * The leaves of a part of a report by their paths. A list whose entries begin with a key of their
 * own ({@code {"month": "2024-01", …}}) is spread over columns; one whose entries are reports in
 * small is not part of a row, but a table below it.
 */
final class Leaves {

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(BusinessZone.ID);

  /** What a thing is called says enough of it in a table. */
  private static final Set<String> BESIDE_ITS_CODE = Set.of("id", "level", "kind");

  private static final String ID = "id";
  private static final String CODE = "code";
  private static final String NAME = "name";

  private final Map<String, Cell> cells = new LinkedHashMap<>();
  private final Map<String, JsonNode> below = new LinkedHashMap<>();
  private final List<String> empty = new ArrayList<>();
  private final boolean whole;

  private Leaves(boolean whole) {
    this.whole = whole;
  }

  /** The leaves of a row. */
  static Leaves of(JsonNode object, Set<String> without) {
    return of(object, without, false);
  }

  /** The leaves of a whole report, each list of which is a table. */
  static Leaves ofReport(JsonNode object, Set<String> without) {
    return of(object, without, true);
  }

  private static Leaves of(JsonNode object, Set<String> without, boolean whole) {
    var leaves = new Leaves(whole);
    object
        .properties()
        .forEach(
            property -> {
              if (!without.contains(property.getKey())) {
                leaves.take(property.getKey(), property.getValue());
              }
            });
    return leaves;
  }

  /** The leaves by path, in the order of the report. */
  Map<String, Cell> cells() {
    return cells;
  }

  /** Lists that are tables of their own, by path. */
  Map<String, JsonNode> below() {
    return below;
  }

  /** Lists without entries, of which nobody can say what they would be. */
  List<String> empty() {
    return empty;
  }

  private void take(String path, JsonNode node) {
    if (node.isObject()) {
      takeObject(path, node, "");
    } else if (node.isArray()) {
      takeList(path, node);
    } else {
      cells.put(path, cell(path, node));
    }
  }

  private void takeObject(String path, JsonNode object, String key) {
    boolean named = object.has(ID) && object.has(CODE);
    object
        .properties()
        .forEach(
            property -> {
              var name = property.getKey();
              if (!name.equals(key) && !(named && BESIDE_ITS_CODE.contains(name))) {
                take(path + "." + name, property.getValue());
              }
            });
  }

  private void takeList(String path, JsonNode list) {
    var key = whole ? "" : key(list);
    if (list.isEmpty()) {
      empty.add(path);
    } else if (list.valueStream().noneMatch(JsonNode::isObject) || areNames(list)) {
      cells.put(path, new Cell.Text(joined(list)));
    } else if (key.isEmpty()) {
      below.put(path, list);
    } else {
      list.forEach(entry -> takeObject(path + "." + entry.get(key).asString("null"), entry, key));
    }
  }

  private static boolean areNames(JsonNode list) {
    return list.valueStream().allMatch(entry -> entry.has(ID) && entry.has(NAME));
  }

  private static String joined(JsonNode list) {
    var joined = new StringJoiner("; ");
    for (var entry : list) {
      joined.add(
          entry.isObject()
              ? entry.get(NAME).asString(entry.path(CODE).asString(""))
              : entry.asString(""));
    }
    return joined.toString();
  }

  /** The name of what tells the entries of a list apart; "" where nothing does. */
  private static String key(JsonNode list) {
    var first = list.isEmpty() ? null : list.get(0);
    if (first == null || !first.isObject() || first.isEmpty()) {
      return "";
    }
    var name = first.propertyNames().iterator().next();
    var seen = new HashSet<String>();
    if (list.valueStream().allMatch(entry -> entry.path(name).isNull())) {
      return "";
    }
    for (var entry : list) {
      var value = entry.get(name);
      if (value == null
          || value.isContainer()
          || !seen.add(value.asString("null"))
          || hasLists(entry)) {
        return "";
      }
    }
    return name;
  }

  private static boolean hasLists(JsonNode entry) {
    return entry
        .valueStream()
        .anyMatch(part -> part.isArray() && part.valueStream().anyMatch(JsonNode::isObject));
  }

  private static Cell cell(String path, JsonNode leaf) {
    if (leaf.isNull()) {
      return Cell.EMPTY;
    }
    if (leaf.isBoolean()) {
      return new Cell.Flag(leaf.booleanValue());
    }
    if (leaf.isNumber()) {
      return new Cell.Figure(number(leaf));
    }
    var text = leaf.asString();
    return path.endsWith(CODE) ? new Cell.Text(text) : text(text);
  }

  private static BigDecimal number(JsonNode leaf) {
    return leaf.isIntegralNumber() ? new BigDecimal(leaf.bigIntegerValue()) : leaf.decimalValue();
  }

  private static Cell text(String text) {
    try {
      if (DAY.matcher(text).matches()) {
        return new Cell.Day(LocalDate.parse(text));
      }
      if (INSTANT.matcher(text).matches()) {
        return new Cell.Text(MOMENT.format(Instant.parse(text)));
      }
    } catch (DateTimeException e) {
      return new Cell.Text(text);
    }
    return new Cell.Text(text);
  }

  /** The columns of all rows, each after the one that it follows in its row. */
  static List<String> columns(List<Map<String, Cell>> rows) {
    var columns = new ArrayList<String>();
    var known = new HashSet<String>();
    for (var row : rows) {
      int place = 0;
      for (var path : row.keySet()) {
        if (known.add(path)) {
          columns.add(place, path);
          place++;
        } else {
          place = Math.max(place, columns.indexOf(path) + 1);
        }
      }
    }
    columns.removeIf(path -> known.stream().anyMatch(other -> other.startsWith(path + ".")));
    return columns;
  }

  static List<Cell> inOrder(Map<String, Cell> row, List<String> columns) {
    return columns.stream().map(column -> row.getOrDefault(column, Cell.EMPTY)).toList();
  }
}

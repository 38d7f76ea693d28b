package vn.sen.reporting.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes tables of a report, whichever it is, from its shape in JSON. Each list of objects is a
 * table; {@code total} beside {@code rows} is the last of these; what stands above a list within a
 * list is repeated on each of its rows; everything else is true of the whole.
 */
public final class Flattening {

  private static final String TOTAL = "total";
  private static final String REMAINDER = "remainder";
  private static final String COLUMNS = "columns";
  private static final String VALUES = "values";
  private static final Set<String> SUMMED = Set.of(TOTAL, Table.MAIN);

  private final Map<String, List<Map<String, Cell>>> tables = new LinkedHashMap<>();

  private Flattening() {}

  /**
   * The report as tables.
   *
   * @param name of the report
   * @param report an object
   */
  public static Sheaf of(String name, JsonNode report) {
    var flattening = new Flattening();
    var facts = new ArrayList<Fact>();
    flattening
        .part("", named(report), Map.of())
        .forEach((path, cell) -> facts.add(new Fact(path, cell)));
    var made = new ArrayList<Table>();
    flattening.tables.forEach(
        (table, rows) -> {
          var columns = Leaves.columns(rows);
          made.add(
              Table.of(
                  table, columns, rows.stream().map(row -> Leaves.inOrder(row, columns)).toList()));
        });
    return new Sheaf(name, facts, made);
  }

  /**
   * The same report where rows that give bare {@code values} in the order of the report's {@code
   * columns} name each of them.
   */
  private static JsonNode named(JsonNode report) {
    var columns = report.path(COLUMNS);
    if (!columns.isArray()) {
      return report;
    }
    var named = (ObjectNode) report.deepCopy();
    for (var row : named.path(Table.MAIN)) {
      var values = row.path(VALUES);
      if (values.isArray() && values.size() == columns.size()) {
        var byName = ((ObjectNode) row).putObject(VALUES);
        for (int i = 0; i < columns.size(); i++) {
          byName.set(columns.get(i).asString(), values.get(i));
        }
      }
    }
    named.remove(COLUMNS);
    return named;
  }

  /**
   * Puts the lists of a part of the report into tables.
   *
   * @param above what is repeated on each of their rows
   * @return the part's own leaves
   */
  private Map<String, Cell> part(String path, JsonNode part, Map<String, Cell> above) {
    boolean summed = isSummed(part);
    var without = summed ? SUMMED : Set.<String>of();
    var leaves = path.isEmpty() ? Leaves.ofReport(part, without) : Leaves.of(part, without);
    var inherited = new LinkedHashMap<>(above);
    if (!path.isEmpty()) {
      leaves.cells().forEach((leaf, cell) -> inherited.put(path + "." + leaf, cell));
    }
    if (summed) {
      list(inside(path, Table.MAIN), part.path(Table.MAIN), inherited);
      total(inside(path, Table.MAIN), part.path(TOTAL), inherited);
    }
    leaves.below().forEach((name, list) -> list(inside(path, name), list, inherited));
    leaves
        .empty()
        .forEach(name -> tables.computeIfAbsent(inside(path, name), _ -> new ArrayList<>()));
    return leaves.cells();
  }

  private static boolean isSummed(JsonNode part) {
    return part.path(TOTAL).isObject() && part.path(Table.MAIN).isArray();
  }

  private void list(String path, JsonNode entries, Map<String, Cell> above) {
    for (var entry : entries) {
      var leaves = Leaves.of(entry, Set.of(REMAINDER));
      if (leaves.below().isEmpty() && !isSummed(entry)) {
        add(path, kind(entry), above, leaves.cells());
      } else {
        part(path, entry, above);
      }
    }
  }

  private void total(String path, JsonNode total, Map<String, Cell> above) {
    add(path, "TOTAL", above, Leaves.of(total, Set.of()).cells());
  }

  private static String kind(JsonNode entry) {
    if (!entry.has(REMAINDER)) {
      return "";
    }
    return entry.get(REMAINDER).booleanValue() ? "REMAINDER" : "UNIT";
  }

  private void add(String path, String kind, Map<String, Cell> above, Map<String, Cell> leaves) {
    var row = new LinkedHashMap<>(above);
    if (!kind.isEmpty()) {
      row.put(Table.KIND, new Cell.Text(kind));
    }
    row.putAll(leaves);
    tables.computeIfAbsent(path, _ -> new ArrayList<>()).add(row);
  }

  private static String inside(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}

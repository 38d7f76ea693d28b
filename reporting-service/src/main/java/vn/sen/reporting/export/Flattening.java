package vn.sen.reporting.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes tables of a report, whichever it is, from its shape in JSON. Each list of objects is a
 * table; {@code total} beside {@code rows} is the last of these; what stands above a list within a
 * list is repeated on each of its rows; everything else is true of the whole. Where the entries of
 * a list within a list have names within the whole report, each such list is a table beside the one
 * it stands in, and comes before it.
 */
public final class Flattening {

  private static final String TOTAL = "total";
  private static final String REMAINDER = "remainder";
  private static final String COLUMNS = "columns";
  private static final String VALUES = "values";

  /** Begins what has a name within the whole report. */
  private static final String KEY = "key";

  /** What is repeated on each row of a list that is a table beside the one it stands in. */
  private static final Set<String> NAMES = Set.of("code", "title");

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
    var beside = beside(entries);
    var without = new HashSet<>(beside);
    without.add(REMAINDER);
    for (var entry : entries) {
      var leaves = Leaves.of(entry, without);
      beside.forEach(name -> addBeside(inside(path, name), entry.path(name), named(path, leaves)));
      if (leaves.below().isEmpty() && !isSummed(entry)) {
        add(path, kind(entry), above, leaves.cells());
      } else {
        part(path, entry, above);
      }
    }
  }

  /** The lists within the entries that are tables beside them; none where nothing is named. */
  private static Set<String> beside(JsonNode entries) {
    boolean named =
        entries
            .valueStream()
            .flatMap(JsonNode::valueStream)
            .filter(JsonNode::isArray)
            .flatMap(JsonNode::valueStream)
            .anyMatch(one -> one.has(KEY));
    return named
        ? entries
            .valueStream()
            .flatMap(entry -> entry.properties().stream())
            .filter(part -> part.getValue().valueStream().anyMatch(JsonNode::isObject))
            .filter(part -> part.getValue().isArray())
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(LinkedHashSet::new))
        : Set.of();
  }

  private static Map<String, Cell> named(String path, Leaves leaves) {
    var names = new LinkedHashMap<String, Cell>();
    leaves
        .cells()
        .forEach(
            (leaf, cell) -> {
              if (NAMES.contains(leaf)) {
                names.put(inside(path, leaf), cell);
              }
            });
    return names;
  }

  /** A table of its own, called as the list is; its columns are their paths in the report. */
  private void addBeside(String path, JsonNode entries, Map<String, Cell> above) {
    for (var entry : entries) {
      var row = new LinkedHashMap<String, Cell>();
      Leaves.of(entry, Set.of()).cells().forEach((leaf, cell) -> row.put(inside(path, leaf), cell));
      add(path.substring(path.lastIndexOf('.') + 1), "", above, row);
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

package vn.sen.reporting.export;

import java.util.List;
import java.util.Optional;

/**
 * A report as tables.
 *
 * @param report names it, such as {@code lending.ageing}
 * @param facts what is true of all its rows
 * @param tables the main one first
 */
public record Sheaf(String report, List<Fact> facts, List<Table> tables) {

  public Sheaf {
    facts = List.copyOf(facts);
    tables = List.copyOf(tables);
  }

  /** The table of a name. */
  public Optional<Table> table(String name) {
    return tables.stream().filter(table -> table.name().equals(name)).findFirst();
  }

  /** What is true of the whole. */
  public Optional<Cell> fact(String path) {
    return facts.stream().filter(fact -> fact.path().equals(path)).map(Fact::value).findFirst();
  }
}

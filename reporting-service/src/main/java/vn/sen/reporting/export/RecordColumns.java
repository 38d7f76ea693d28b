package vn.sen.reporting.export;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * A list that is too long to be held at once, as a table: the columns are those of the record that
 * its entries are, so they are known before the first of them.
 */
public final class RecordColumns {

  private static final Set<String> NAMING = Set.of("code", "name");

  private RecordColumns() {}

  /**
   * The list as a table.
   *
   * @param entries begins anew with each call
   */
  public static <T> Table table(
      String name, Class<T> record, Supplier<Iterator<T>> entries, JsonMapper json) {
    var columns = of(record);
    return new Table(name, columns, () -> new Rows<>(entries.get(), columns, json));
  }

  /** The paths of a record's leaves, as {@link Flattening} would name them. */
  static List<String> of(Class<?> record) {
    var paths = new ArrayList<String>();
    collect("", record, paths);
    return paths;
  }

  private static void collect(String prefix, Class<?> record, List<String> paths) {
    var components = record.getRecordComponents();
    boolean named = has(components, "id") && has(components, "code");
    for (var component : components) {
      var type = component.getType();
      if (named && !prefix.isEmpty() && !NAMING.contains(component.getName())) {
        continue;
      }
      if (!type.isRecord()) {
        paths.add(prefix + component.getName());
      } else if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
        collect(prefix, type, paths);
      } else {
        collect(prefix + component.getName() + ".", type, paths);
      }
    }
  }

  private static boolean has(RecordComponent[] components, String name) {
    return Arrays.stream(components).anyMatch(component -> component.getName().equals(name));
  }

  private record Rows<T>(Iterator<T> entries, List<String> columns, JsonMapper json)
      implements Iterator<List<Cell>> {

    @Override
    public boolean hasNext() {
      return entries.hasNext();
    }

    @Override
    public List<Cell> next() {
      return Leaves.inOrder(Leaves.of(json.valueToTree(entries.next()), Set.of()).cells(), columns);
    }
  }
}

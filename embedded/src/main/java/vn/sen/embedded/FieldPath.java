package vn.sen.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dotted field name, read as an index reads it: arrays on the way count element by element. */
final class FieldPath {
  private final String[] names;

  FieldPath(String dotted) {
    this.names = dotted.split("\\.", -1);
  }

  /** The field of the document in which it lies. */
  String first() {
    return names[0];
  }

  /** Whether a name may mean a position in an array, which no index here can look up. */
  boolean mayNamePosition() {
    for (String name : names) {
      if (!name.isEmpty() && name.chars().allMatch(Character::isDigit)) {
        return true;
      }
    }
    return false;
  }

  /** The values of the field, at least one: {@link Missing} where there is none. */
  List<Object> read(Document document) {
    Object value = document.get(names[0]);
    if (names.length == 1 && value != null && !(value instanceof Collection)) {
      return List.of(value);
    }
    List<Object> values = new ArrayList<>();
    collect(document, 0, values);
    return values.isEmpty() ? List.of(Missing.getInstance()) : values;
  }

  /** Whether the document has an array at the field or on the way to it. */
  boolean crossesArray(Document document) {
    Object current = document;
    for (String name : names) {
      if (!(current instanceof Document inner)) {
        return false;
      }
      current = inner.get(name);
      if (current instanceof Collection) {
        return true;
      }
    }
    return false;
  }

  private void collect(@Nullable Object current, int depth, List<Object> values) {
    if (depth == names.length) {
      if (current instanceof Collection<?> elements) {
        if (elements.isEmpty()) {
          values.add(KeyCodec.EMPTY_ARRAY);
        }
        elements.forEach(element -> values.add(orMissing(element)));
      } else {
        values.add(orMissing(current));
      }
    } else if (current instanceof Document document) {
      if (document.containsKey(names[depth])) {
        collect(document.get(names[depth]), depth + 1, values);
      }
    } else if (current instanceof Collection<?> elements) {
      for (Object element : elements) {
        if (element instanceof Document) {
          collect(element, depth, values);
        }
      }
    }
  }

  private static Object orMissing(@Nullable Object value) {
    return value == null ? Missing.getInstance() : value;
  }
}

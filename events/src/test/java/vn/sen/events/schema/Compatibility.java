package vn.sen.events.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds what breaks readers when a schema changes. The log keeps everything, so the new records
 * must still be read from what was written before, and readers of before must understand what is
 * written now: only optional properties and values of enumerations may be added.
 */
final class Compatibility {

  private final JsonNode before;
  private final JsonNode after;
  private final List<String> breaks = new ArrayList<>();
  private final Set<String> compared = new HashSet<>();

  private Compatibility(JsonNode before, JsonNode after) {
    this.before = before;
    this.after = after;
  }

  /** What breaks, each as a sentence; empty if nothing does. */
  static List<String> breaks(JsonNode before, JsonNode after) {
    var comparison = new Compatibility(before, after);
    comparison.compare("", before, after);
    return comparison.breaks;
  }

  private void compare(String where, JsonNode oldRaw, JsonNode newRaw) {
    var pair = oldRaw.path("$ref").asString("") + "→" + newRaw.path("$ref").asString("");
    if (oldRaw.has("$ref") && !compared.add(pair)) {
      return;
    }
    var oldSchema = resolved(before, oldRaw);
    var newSchema = resolved(after, newRaw);
    for (var keyword : List.of("type", "format", "const", "pattern")) {
      same(where, keyword, oldSchema.get(keyword), newSchema.get(keyword));
    }
    values(where, oldSchema.get("enum"), newSchema.get("enum"));
    required(where, oldSchema, newSchema);
    for (var property : oldSchema.path("properties").propertyStream().toList()) {
      var at = where + "/" + property.getKey();
      var counterpart = newSchema.path("properties").get(property.getKey());
      if (counterpart == null) {
        breaks.add("property " + at + " was removed or renamed");
      } else {
        compare(at, property.getValue(), counterpart);
      }
    }
    if (oldSchema.has("items") && newSchema.has("items")) {
      compare(where + "/*", oldSchema.get("items"), newSchema.get("items"));
    }
  }

  private void same(
      String where, String keyword, @Nullable JsonNode oldValue, @Nullable JsonNode newValue) {
    if (oldValue == null ? newValue != null : !oldValue.equals(newValue)) {
      breaks.add(
          "%s of %s was %s and is %s now"
              .formatted(keyword, name(where), text(oldValue), text(newValue)));
    }
  }

  private void values(String where, @Nullable JsonNode oldValues, @Nullable JsonNode newValues) {
    if (newValues == null) {
      if (oldValues != null) {
        breaks.add(name(where) + " is no enumeration any more");
      }
      return;
    }
    if (oldValues == null) {
      breaks.add(name(where) + " was narrowed to an enumeration");
      return;
    }
    var gone = texts(oldValues);
    gone.removeAll(texts(newValues));
    gone.forEach(v -> breaks.add("value " + v + " of " + name(where) + " was removed or renamed"));
  }

  private void required(String where, JsonNode oldSchema, JsonNode newSchema) {
    var was = texts(oldSchema.path("required"));
    var is = texts(newSchema.path("required"));
    is.stream()
        .filter(p -> !was.contains(p))
        .forEach(p -> breaks.add("property " + where + "/" + p + " is required now"));
    was.stream()
        .filter(p -> !is.contains(p) && newSchema.path("properties").has(p))
        .forEach(p -> breaks.add("property " + where + "/" + p + " is not required any more"));
  }

  private static JsonNode resolved(JsonNode root, JsonNode schema) {
    var reference = schema.get("$ref");
    return reference == null ? schema : root.at(reference.asString().substring(1));
  }

  private static Set<String> texts(JsonNode array) {
    var texts = new TreeSet<String>();
    array.forEach(v -> texts.add(v.asString()));
    return texts;
  }

  private static String name(String where) {
    return where.isEmpty() ? "the event" : where;
  }

  private static String text(@Nullable JsonNode value) {
    return value == null ? "absent" : value.toString();
  }
}

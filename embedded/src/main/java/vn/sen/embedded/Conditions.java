package vn.sen.embedded;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a filter demands of single fields, as far as it is joined by "and" and an index can use it.
 * The rest of the filter is left to the matcher, which looks at every document found.
 */
final class Conditions {
  private static final String METACHARACTERS = "\\^$.|?*+()[]{}";

  private final Map<String, Condition> byField = new LinkedHashMap<>();

  private Conditions() {}

  static Conditions of(Document filter) {
    Conditions conditions = new Conditions();
    conditions.read(filter);
    return conditions;
  }

  @Nullable Condition on(String field) {
    return byField.get(field);
  }

  private void read(Document filter) {
    filter.forEach(
        (field, demand) -> {
          if (field.equals("$and") && demand instanceof Collection<?> parts) {
            for (Object part : parts) {
              if (part instanceof Document document) {
                read(document);
              }
            }
          } else if (!field.startsWith("$")) {
            readField(field, demand);
          }
        });
  }

  private void readField(String field, @Nullable Object demand) {
    if (BsonRegularExpression.isRegularExpression(demand)) {
      add(field, prefix(BsonRegularExpression.convertToRegularExpression(demand)));
    } else if (demand instanceof Document operators && isOperators(operators)) {
      operators.forEach((operator, operand) -> add(field, operator(operator, operand)));
    } else if (isIndexable(demand)) {
      add(field, equal(demand));
    }
  }

  private void add(String field, @Nullable Condition condition) {
    if (condition != null) {
      byField.merge(field, condition, Condition::and);
    }
  }

  private static @Nullable Condition operator(String operator, @Nullable Object operand) {
    if (operator.equals("$in") && operand instanceof Collection<?> values) {
      return values.stream().allMatch(Conditions::isIndexable)
          ? Condition.OneOf.of(values.stream().map(KeyCodec::encode))
          : null;
    }
    if (!isIndexable(operand)) {
      return null;
    }
    if (operator.equals("$eq")) {
      return equal(operand);
    }
    if (operand == null || operand instanceof Document) {
      return null;
    }
    byte[] value = KeyCodec.encode(operand);
    KeyRange type = KeyRange.startingWith(Arrays.copyOf(value, 1));
    return switch (operator) {
      case "$gt" -> between(KeyCodec.after(value), type.to(), type);
      case "$gte" -> between(value, type.to(), type);
      case "$lt" -> between(type.from(), value, type);
      case "$lte" -> between(type.from(), KeyCodec.after(value), type);
      default -> null;
    };
  }

  private static Condition equal(@Nullable Object value) {
    return new Condition.OneOf(List.of(KeyCodec.encode(value)));
  }

  private static Condition between(byte[] from, byte[] to, KeyRange type) {
    return new Condition.Between(from, to, type.from(), type.to());
  }

  private static boolean isOperators(Document document) {
    return document.keySet().stream().anyMatch(name -> name.startsWith("$"));
  }

  private static boolean isIndexable(@Nullable Object value) {
    return !(value instanceof Collection || BsonRegularExpression.isRegularExpression(value));
  }

  /** "Begins with" of an anchored expression; null where it says something else. */
  private static @Nullable Condition prefix(BsonRegularExpression expression) {
    String options = expression.getOptions();
    String pattern = expression.getPattern();
    if ((options != null && !options.isEmpty()) || !pattern.startsWith("^")) {
      return null;
    }
    String literal = literalPrefix(pattern.substring(1));
    if (literal.isEmpty()) {
      return null;
    }
    byte[] start = KeyCodec.encodePrefix(literal);
    return between(start, KeyCodec.after(start), KeyRange.startingWith(Arrays.copyOf(start, 1)));
  }

  private static String literalPrefix(String pattern) {
    if (pattern.startsWith("\\Q")) {
      int end = pattern.indexOf("\\E");
      boolean alternatives = end >= 0 && pattern.indexOf('|', end) >= 0;
      return alternatives ? "" : pattern.substring(2, end < 0 ? pattern.length() : end);
    }
    if (pattern.indexOf('|') >= 0) {
      return "";
    }
    StringBuilder literal = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (METACHARACTERS.indexOf(c) >= 0) {
        boolean optional = "?*{".indexOf(c) >= 0;
        return optional ? withoutLast(literal) : literal.toString();
      }
      literal.append(c);
    }
    return literal.toString();
  }

  private static String withoutLast(StringBuilder text) {
    return text.substring(0, Math.max(0, text.length() - 1));
  }
}

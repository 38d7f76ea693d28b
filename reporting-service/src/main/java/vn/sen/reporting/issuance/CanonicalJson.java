package vn.sen.reporting.issuance;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON of which there is one way to write it (RFC 8785): no white space, members in the order of
 * their names as UTF-16, UTF-8, and numbers as ECMAScript writes them. A number that JavaScript
 * could not read exactly is refused, never rounded: whole ones beyond ±(2^53 − 1), decimals of more
 * digits than a double holds.
 */
public final class CanonicalJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final BigInteger LARGEST = BigInteger.valueOf((1L << 53) - 1);

  /** From this power of ten on ECMAScript writes an exponent, and below 10^-6. */
  private static final int LONGEST_PLAIN = 21;

  private static final int SMALLEST_PLAIN = -6;

  private final StringBuilder text = new StringBuilder();

  private CanonicalJson() {}

  /**
   * What a record or a map is in JSON.
   *
   * @return null members are there; the order of members does not matter
   */
  public static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /**
   * Reads JSON, canonical or not; decimals keep their digits.
   *
   * @throws tools.jackson.core.JacksonException if it is none
   */
  public static JsonNode read(byte[] json) {
    return MAPPER.readTree(json);
  }

  /** What JSON is in Java: maps, lists, texts, numbers; null for nothing. */
  static @Nullable Object value(@Nullable JsonNode json) {
    return json == null ? null : MAPPER.treeToValue(json, Object.class);
  }

  /**
   * The one way to write it.
   *
   * @throws ArithmeticException if a number cannot be read exactly everywhere
   * @throws IllegalArgumentException if a text holds half a character
   */
  public static byte[] bytes(JsonNode json) {
    var writer = new CanonicalJson();
    writer.write(json);
    return writer.text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void write(JsonNode node) {
    switch (node.getNodeType()) {
      case OBJECT -> writeObject(node);
      case ARRAY -> writeArray(node);
      case STRING -> writeText(node.stringValue());
      case NUMBER -> text.append(number(node));
      case BOOLEAN -> text.append(node.booleanValue());
      case NULL -> text.append("null");
      default -> throw new IllegalArgumentException("Not JSON: " + node.getNodeType());
    }
  }

  private void writeObject(JsonNode object) {
    text.append('{');
    var members =
        object.properties().stream().sorted(Comparator.comparing(Map.Entry::getKey)).toList();
    for (int i = 0; i < members.size(); i++) {
      if (i > 0) {
        text.append(',');
      }
      writeText(members.get(i).getKey());
      text.append(':');
      write(members.get(i).getValue());
    }
    text.append('}');
  }

  private void writeArray(JsonNode array) {
    text.append('[');
    for (int i = 0; i < array.size(); i++) {
      if (i > 0) {
        text.append(',');
      }
      write(array.get(i));
    }
    text.append(']');
  }

  private void writeText(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\b' -> text.append("\\b");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\f' -> text.append("\\f");
        case '\r' -> text.append("\\r");
        default -> {
          if (c < ' ') {
            text.append(String.format("\\u%04x", (int) c));
          } else {
            requireWhole(value, i);
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }

  private static void requireWhole(String value, int at) {
    char c = value.charAt(at);
    boolean whole =
        !Character.isSurrogate(c)
            || Character.isHighSurrogate(c)
                && at + 1 < value.length()
                && Character.isLowSurrogate(value.charAt(at + 1))
            || Character.isLowSurrogate(c)
                && at > 0
                && Character.isHighSurrogate(value.charAt(at - 1));
    if (!whole) {
      throw new IllegalArgumentException("A text holds half a character");
    }
  }

  private static String number(JsonNode node) {
    if (node.isIntegralNumber()) {
      var whole = node.bigIntegerValue();
      if (whole.abs().compareTo(LARGEST) > 0) {
        throw new ArithmeticException("Not exact as a double: " + whole);
      }
      return whole.toString();
    }
    return decimal(node.decimalValue());
  }

  private static String decimal(BigDecimal value) {
    if (value.signum() == 0) {
      return "0";
    }
    var shortest = value.stripTrailingZeros();
    double read = shortest.doubleValue();
    if (!Double.isFinite(read) || new BigDecimal(Double.toString(read)).compareTo(value) != 0) {
      throw new ArithmeticException("Not exact as a double: " + value);
    }
    var digits = shortest.unscaledValue().abs().toString();
    // the value is 0.digits × 10^point
    int point = digits.length() - shortest.scale();
    return (value.signum() < 0 ? "-" : "") + placed(digits, point);
  }

  /** Where ECMAScript puts the point. */
  private static String placed(String digits, int point) {
    if (point > LONGEST_PLAIN || point <= SMALLEST_PLAIN) {
      int exponent = point - 1;
      var fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
      return digits.charAt(0) + fraction + "e" + (exponent < 0 ? "" : "+") + exponent;
    }
    if (point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    return digits.length() <= point
        ? digits + "0".repeat(point - digits.length())
        : digits.substring(0, point) + "." + digits.substring(point);
  }
}

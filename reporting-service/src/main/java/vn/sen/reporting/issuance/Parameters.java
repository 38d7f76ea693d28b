package vn.sen.reporting.issuance;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.DateOutOfRange;

/**
 * What a report is asked for, under the names of its parameters in the API. Whoever reads them
 * leaves everything said: what was left out stands there with its default afterwards, and nothing
 * depends on the day they are read.
 */
public final class Parameters {

  /** Where they stand in a command. */
  private static final String POINTER = "/parameters/";

  private final Map<String, ?> given;
  private final Set<String> asked = new TreeSet<>();
  private final SortedMap<String, Object> resolved = new TreeMap<>();

  /**
   * @param given texts, whole numbers, and lists of texts
   */
  public Parameters(Map<String, ?> given) {
    this.given = given;
  }

  /** The field that a parameter is in a command, given as {@code ?name} or by its name. */
  public static String pointer(String parameter) {
    return POINTER + (parameter.startsWith("?") ? parameter.substring(1) : parameter);
  }

  /**
   * A text that must be there.
   *
   * @throws ParameterMissing if it is not
   */
  public String text(String name) {
    var text = optional(name);
    if (text == null) {
      throw new ParameterMissing(pointer(name), name);
    }
    return text;
  }

  /** A text, or null for all. */
  public @Nullable String optional(String name) {
    asked.add(name);
    var value = given.get(name);
    if (value == null) {
      return null;
    }
    if (!(value instanceof String text) || text.isBlank()) {
      throw new ParameterUnreadable(pointer(name), name);
    }
    resolved.put(name, text);
    return text;
  }

  /**
   * A date that must be there.
   *
   * @throws ParameterMissing if it is not
   */
  public LocalDate date(String name) {
    return date(name, text(name));
  }

  /** A date, or the one that follows from the others. */
  public LocalDate date(String name, LocalDate otherwise) {
    var text = optional(name);
    return date(name, text == null ? otherwise.toString() : text);
  }

  private LocalDate date(String name, String text) {
    try {
      var date = DateOutOfRange.checked(pointer(name), LocalDate.parse(text));
      resolved.put(name, date.toString());
      return date;
    } catch (DateTimeParseException e) {
      throw new ParameterUnreadable(pointer(name), name);
    }
  }

  /** A whole number from 0, or null. */
  public @Nullable Long whole(String name) {
    asked.add(name);
    var value = given.get(name);
    if (value == null) {
      return null;
    }
    if (!(value instanceof Integer || value instanceof Long) || ((Number) value).longValue() < 0) {
      throw new ParameterUnreadable(pointer(name), name);
    }
    long number = ((Number) value).longValue();
    resolved.put(name, number);
    return number;
  }

  /** Says what a parameter that was left out has come to. */
  public void say(String name, Object value) {
    resolved.put(name, value);
  }

  /** One of several values, or null for all. */
  public <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
    var text = optional(name);
    return text == null ? null : value(name, type, text);
  }

  /** One of several values, or the default. */
  public <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
    var chosen = choice(name, type);
    var value = chosen == null ? otherwise : chosen;
    resolved.put(name, value.name());
    return value;
  }

  /** Some of several values, or the default. */
  public <E extends Enum<E>> Set<E> choices(String name, Class<E> type, Set<E> otherwise) {
    asked.add(name);
    var value = given.get(name);
    if (value != null && !(value instanceof Collection<?>)) {
      throw new ParameterUnreadable(pointer(name), name);
    }
    var chosen = EnumSet.noneOf(type);
    if (value instanceof Collection<?> list) {
      for (var item : list) {
        chosen.add(value(name, type, item));
      }
    } else {
      chosen.addAll(otherwise);
    }
    resolved.put(name, chosen.stream().map(Enum::name).toList());
    return chosen;
  }

  private static <E extends Enum<E>> E value(String name, Class<E> type, @Nullable Object text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(text))
        .findFirst()
        .orElseThrow(() -> new ParameterUnreadable(pointer(name), name));
  }

  /**
   * Everything that was read, said in full: texts, whole numbers, and lists of texts.
   *
   * @throws ParameterUnknown if something was given that the report does not ask for
   */
  public SortedMap<String, Object> resolved() {
    given.keySet().stream()
        .filter(name -> !asked.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new ParameterUnknown(
                  pointer(name), asked.stream().collect(Collectors.joining(", ")));
            });
    return Collections.unmodifiableSortedMap(resolved);
  }
}

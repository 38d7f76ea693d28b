package vn.sen.reporting.reading;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts rows of a view together as text, and takes such a text apart from left to right. */
public final class RowParts {

  private static final String SEPARATOR = "|";

  private final String text;
  private int at;

  public RowParts(String text) {
    this.text = text;
  }

  /** One text; null is nothing, a list of ids is separated by commas. */
  public static String join(@Nullable Object... parts) {
    return Stream.of(parts).map(RowParts::text).collect(Collectors.joining(SEPARATOR));
  }

  private static String text(@Nullable Object part) {
    if (part == null) {
      return "";
    }
    return part instanceof List<?> ids
        ? ids.stream().map(String::valueOf).collect(Collectors.joining(","))
        : part.toString();
  }

  public String next() {
    int end = text.indexOf(SEPARATOR, at);
    var part = end < 0 ? rest() : text.substring(at, end);
    at = end < 0 ? text.length() : end + 1;
    return part;
  }

  /** A text without a separator, or null. */
  public @Nullable String textOrNull() {
    var part = next();
    return part.isEmpty() ? null : part;
  }

  /** All that is left, separators included. */
  public String rest() {
    return text.substring(at);
  }

  public UUID id() {
    return UUID.fromString(next());
  }

  public @Nullable UUID idOrNull() {
    var part = next();
    return part.isEmpty() ? null : UUID.fromString(part);
  }

  public List<UUID> ids() {
    var part = next();
    return part.isEmpty()
        ? List.of()
        : Arrays.stream(part.split(",")).map(UUID::fromString).toList();
  }

  public long number() {
    return Long.parseLong(next());
  }

  public LocalDate date() {
    return LocalDate.parse(next());
  }

  public @Nullable LocalDate dateOrNull() {
    var part = next();
    return part.isEmpty() ? null : LocalDate.parse(part);
  }

  /** An enumeration's value. */
  public <E extends Enum<E>> E value(Class<E> type) {
    return Enum.valueOf(type, next());
  }

  /** An enumeration's value, or null. */
  public <E extends Enum<E>> @Nullable E valueOrNull(Class<E> type) {
    var part = next();
    return part.isEmpty() ? null : Enum.valueOf(type, part);
  }
}

package vn.sen.chassis.org;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.WomenDefinition;

/**
 * A number of women to measure members against: stated for the unit, or added up from numbers
 * stated for its parts.
 *
 * @param count empty where it cannot be had: never estimated
 * @param asOf the oldest date among the parts, null without a count
 * @param parts the stated numbers the count is made of, one where it was stated for the unit
 *     itself; empty without a count
 * @param missing the units a number would have to be stated for; empty with a count
 */
public record WomenCount(
    WomenDefinition definition,
    OptionalLong count,
    @Nullable LocalDate asOf,
    List<Stated> parts,
    List<UUID> missing) {

  /** A number as somebody stated it. */
  public record Stated(UUID unit, long count, LocalDate asOf, String source) {}

  public WomenCount {
    parts = List.copyOf(parts);
    missing = List.copyOf(missing);
  }

  /** Who stated the parts, each once. */
  public List<String> sources() {
    return parts.stream().map(Stated::source).distinct().sorted().toList();
  }

  /**
   * The number of women of several territories that share none: the sum, if each has a number.
   *
   * @param counts of the same definition
   */
  public static WomenCount together(WomenDefinition definition, List<WomenCount> counts) {
    return of(
        definition,
        counts.stream().flatMap(count -> count.parts().stream()).toList(),
        counts.stream().flatMap(count -> count.missing().stream()).toList());
  }

  static WomenCount of(WomenDefinition definition, List<Stated> parts, List<UUID> missing) {
    if (!missing.isEmpty() || parts.isEmpty()) {
      return new WomenCount(definition, OptionalLong.empty(), null, List.of(), missing);
    }
    var oldest = parts.stream().map(Stated::asOf).min(LocalDate::compareTo).orElseThrow();
    long sum = parts.stream().mapToLong(Stated::count).reduce(0, Math::addExact);
    return new WomenCount(definition, OptionalLong.of(sum), oldest, parts, List.of());
  }
}

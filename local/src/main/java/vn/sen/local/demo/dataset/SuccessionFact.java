package vn.sen.local.demo.dataset;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.Extent;

/**
 * One row of successions.csv: a unit, or a part of it, went into another on that day.
 *
 * @param what the part that moved, in the source's words; null where it does not say
 */
public record SuccessionFact(
    LocalDate date, UnitKey from, UnitKey to, Extent extent, @Nullable String what) {

  private static final Pattern QUARTER =
      Pattern.compile("residential quarter (.+), ([\\d,]+) people");
  private static final Pattern REST = Pattern.compile("the rest, ([\\d,]+) people");

  /** A quarter that the source names, with its people. */
  record Quarter(String name, int people) {}

  /** The quarter that moved, where the source names it. */
  Optional<Quarter> quarter() {
    var match = QUARTER.matcher(what == null ? "" : what);
    return match.matches()
        ? Optional.of(new Quarter(match.group(1), number(match.group(2))))
        : Optional.empty();
  }

  /** The people of "the rest", where the source says that the rest went here. */
  Optional<Integer> restPeople() {
    var match = REST.matcher(what == null ? "" : what);
    return match.matches() ? Optional.of(number(match.group(1))) : Optional.empty();
  }

  private static int number(String grouped) {
    return Integer.parseInt(grouped.replace(",", ""));
  }
}

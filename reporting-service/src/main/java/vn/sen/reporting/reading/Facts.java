package vn.sen.reporting.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was said about one thing, each from a day on. Immutable.
 *
 * @param all in the order in which it came
 */
public record Facts<T>(List<Fact<T>> all) {

  /**
   * Something said.
   *
   * @param sequence what was said later has the higher one
   */
  public record Fact<T>(LocalDate from, long sequence, T value) {}

  public Facts {
    all = List.copyOf(all);
  }

  public static <T> Facts<T> none() {
    return new Facts<>(List.of());
  }

  /** With something more said. */
  public Facts<T> plus(Fact<T> fact) {
    var more = new ArrayList<>(all);
    more.add(fact);
    return new Facts<>(more);
  }

  /**
   * What holds on a day where each fact stands until the next day something is said for: ranks and
   * names. For one day the later word counts.
   */
  public Optional<T> standingOn(LocalDate day) {
    return last(
        day, Comparator.<Fact<T>, LocalDate>comparing(Fact::from).thenComparing(Fact::sequence));
  }

  /** What holds on a day where the later word counts for all days from its own on: merges. */
  public Optional<T> saidLastFor(LocalDate day) {
    return last(day, Comparator.comparing(Fact::sequence));
  }

  private Optional<T> last(LocalDate day, Comparator<Fact<T>> order) {
    return all.stream().filter(f -> !f.from().isAfter(day)).max(order).map(Fact::value);
  }

  /** What was said for the first day: a bank's first name also serves days before it. */
  public Optional<T> first() {
    return all.stream()
        .min(Comparator.<Fact<T>, LocalDate>comparing(Fact::from).thenComparing(Fact::sequence))
        .map(Fact::value);
  }
}

package vn.sen.reporting.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.org.OrgMap;
import vn.sen.reporting.programme.ProgrammeRow.Goal;
import vn.sen.reporting.programme.ProgrammeRow.Sort;

/**
 * Targets and stated results of one unit after the other. They are stated numbers: what is below a
 * unit does not add up to them, and a split moves none; what was stated for units that were merged
 * whole adds up for their successor where all of them have a number. Ratios have no sum.
 */
final class Goals {

  private static final int DEEPEST = 16;

  private final Map<Key, List<Goal>> goals;
  private final OrgMap map;

  /** Whose numbers they are; programme and indicator by their codes. */
  record Key(String programme, String indicator, UUID unit) {}

  Goals(Map<Key, List<Goal>> goals, OrgMap map) {
    this.goals = goals;
    this.map = map;
  }

  /** What was stated for a unit itself, in the indicator's last decimal; null where nothing was. */
  @Nullable Long ownOf(Key key, Sort sort, LocalDate asOf) {
    return own(key, sort, asOf).map(Goal::value).orElse(null);
  }

  /**
   * The numbers that add up to what holds for a unit on a date; empty where nothing does.
   *
   * @param ratio whether they have no sum, so that only the unit's own counts
   */
  List<Goal> behind(Key key, Sort sort, LocalDate asOf, boolean ratio) {
    var all = new ArrayList<Goal>();
    boolean complete = collect(key, sort, asOf, ratio, 0, all);
    return complete ? List.copyOf(all) : List.of();
  }

  private boolean collect(
      Key key, Sort sort, LocalDate asOf, boolean ratio, int depth, List<Goal> into) {
    var own = own(key, sort, asOf);
    own.ifPresent(into::add);
    if (own.isPresent() || ratio || depth > DEEPEST) {
      return own.isPresent();
    }
    var parts = map.predecessorsOf(key.unit());
    return !parts.isEmpty()
        && parts.stream()
            .allMatch(
                part ->
                    isWhole(part, key.unit())
                        && collect(
                            new Key(key.programme(), key.indicator(), part),
                            sort,
                            asOf,
                            false,
                            depth + 1,
                            into));
  }

  /**
   * What holds for a unit on a date, be it as the sum of those it was made of, in the indicator's
   * last decimal; null where nothing does.
   */
  @Nullable Long sumOf(Key key, Sort sort, LocalDate asOf) {
    return sumOf(key, sort, asOf, 0);
  }

  private @Nullable Long sumOf(Key key, Sort sort, LocalDate asOf, int depth) {
    var own = own(key, sort, asOf);
    var parts = map.predecessorsOf(key.unit());
    if (own.isPresent() || parts.isEmpty() || depth > DEEPEST) {
      return own.map(Goal::value).orElse(null);
    }
    long sum = 0;
    for (var part : parts) {
      var value =
          isWhole(part, key.unit())
              ? sumOf(new Key(key.programme(), key.indicator(), part), sort, asOf, depth + 1)
              : null;
      if (value == null) {
        return null;
      }
      sum += value;
    }
    return sum;
  }

  /** Whether a unit went into its successor as it was, by the map of the successor's first day. */
  private boolean isWhole(UUID part, UUID successor) {
    var first = map.unit(successor).orElseThrow().validFrom();
    var path = map.place(part, List.of(), first).path();
    return !path.isEmpty() && path.getFirst().equals(successor);
  }

  /** The number of the latest date; of several for one date the one told last. */
  private Optional<Goal> own(Key key, Sort sort, LocalDate asOf) {
    var firstOfYear = asOf.withDayOfYear(1);
    var byDate = new HashMap<LocalDate, Goal>();
    for (var goal : goals.getOrDefault(key, List.of())) {
      boolean inTime = sort == Sort.AS_OF || !goal.date().isBefore(firstOfYear);
      if (goal.sort() == sort && inTime && !goal.date().isAfter(asOf)) {
        byDate.merge(goal.date(), goal, (a, b) -> a.sequence() > b.sequence() ? a : b);
      }
    }
    return byDate.values().stream()
        .filter(goal -> goal.value() != null)
        .max(Comparator.comparing(Goal::date));
  }
}

package vn.sen.reporting.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import vn.sen.reporting.change.Counting.Once;
import vn.sen.reporting.change.Difference.Turnover;

/** What figures that count things once gained and lost, and which rows are about that. */
final class Turnovers<K> {

  /** So many things are named of those that a figure gained or lost. */
  private static final int NAMED = 200;

  private final List<Turn<K>> turns = new ArrayList<>();

  /**
   * A figure.
   *
   * @param known as it was counted then, if it was, and now
   */
  private record Turn<K>(String figure, List<Once<K>> known, Set<UUID> gained, Set<UUID> lost) {

    static <K> Turn<K> of(String figure, Once<K> now) {
      return new Turn<>(figure, List.of(now), new TreeSet<>(now.counted()), Set.of());
    }

    static <K> Turn<K> of(String figure, Once<K> then, Once<K> now) {
      return new Turn<>(
          figure,
          List.of(then, now),
          without(now.counted(), then.counted()),
          without(then.counted(), now.counted()));
    }

    private static Set<UUID> without(Set<UUID> all, Set<UUID> others) {
      var left = new TreeSet<>(all);
      left.removeAll(others);
      return left;
    }

    /** What of it a row is about, whether things were called so then or now. */
    Set<UUID> about(K row) {
      if (gained.isEmpty() && lost.isEmpty()) {
        return Set.of();
      }
      var about = new TreeSet<UUID>();
      known.forEach(once -> about.addAll(once.about().apply(row)));
      about.removeIf(id -> !gained.contains(id) && !lost.contains(id));
      return about;
    }

    Turnover told() {
      return new Turnover(figure, gained.size(), lost.size(), first(gained), first(lost));
    }

    private static List<UUID> first(Set<UUID> ids) {
      return ids.stream().limit(NAMED).toList();
    }
  }

  /**
   * @param then the figures by name; empty where there were none
   */
  Turnovers(Map<String, Once<K>> then, Map<String, Once<K>> now) {
    now.forEach(
        (figure, is) -> {
          var was = then.get(figure);
          turns.add(was == null ? Turn.of(figure, is) : Turn.of(figure, was, is));
        });
  }

  /** Adds the things gained or lost that a row is about, by the figures' names. */
  void about(K row, Map<String, Set<UUID>> found) {
    for (var turn : turns) {
      var about = turn.about(row);
      if (!about.isEmpty()) {
        found.computeIfAbsent(turn.figure(), _ -> new TreeSet<>()).addAll(about);
      }
    }
  }

  List<Turnover> list() {
    return turns.stream().map(Turn::told).toList();
  }
}

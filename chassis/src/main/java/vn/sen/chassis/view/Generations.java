package vn.sen.chassis.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.view.Rebuild.State;

/**
 * What all instances have agreed on about a view: which generation readers see, and which one is
 * folded beside it. Immutable.
 *
 * @param version rises with each change
 * @param last the highest number given to a generation
 * @param leaving generations that nobody shows any more and whose rows still have to go
 * @param rebuilds the last ones, the newest first; at most the first one is not over
 */
record Generations(
    String view,
    long version,
    Generation serving,
    @Nullable Generation beside,
    int last,
    List<Generation> leaving,
    List<Rebuild> rebuilds) {

  private static final int REMEMBERED = 50;

  Generations {
    leaving = List.copyOf(leaving);
    rebuilds = List.copyOf(rebuilds);
  }

  static Generations first(String view, int rules) {
    var only = new Generation(1, rules);
    return new Generations(view, 0, only, null, 1, List.of(), List.of());
  }

  /** Those that are folded. */
  List<Generation> folded() {
    return beside == null ? List.of(serving) : List.of(serving, beside);
  }

  Optional<Rebuild> rebuild(UUID id) {
    return rebuilds.stream().filter(rebuild -> rebuild.id().equals(id)).findAny();
  }

  /**
   * Begins a rebuild.
   *
   * @throws RebuildUnderWay if one is not over yet (409)
   */
  Generations begin(UUID id, int rules, String by, String reason, String digest, Instant now) {
    if (beside != null) {
      throw new RebuildUnderWay(view);
    }
    var next = new Generation(last + 1, rules);
    var begun =
        new Rebuild(
            id, view, serving, next, State.BUILDING, by, reason, digest, id, now, null, null);
    var all = new ArrayList<>(rebuilds);
    all.addFirst(begun);
    return new Generations(
        view,
        version + 1,
        serving,
        next,
        last + 1,
        leaving,
        all.subList(0, Math.min(REMEMBERED, all.size())));
  }

  /**
   * Puts the new generation into service.
   *
   * @throws RebuildStateUnfit if it is, or is gone (409)
   */
  Generations swap(Rebuild rebuild, UUID command, Instant now) {
    requireState(rebuild, State.BUILDING, State.ROLLED_BACK);
    return exchanged(rebuild.swapped(command, now));
  }

  /**
   * Puts the old generation back into service.
   *
   * @throws RebuildStateUnfit if the new one does not serve (409)
   */
  Generations rollBack(Rebuild rebuild, UUID command, Instant now) {
    requireState(rebuild, State.SERVING);
    return exchanged(rebuild.rolledBack(command, now));
  }

  private Generations exchanged(Rebuild rebuild) {
    if (beside == null) {
      throw new RebuildStateUnfit(rebuild.state());
    }
    return new Generations(view, version + 1, beside, serving, last, leaving, with(rebuild));
  }

  /**
   * Lets the generation go that does not serve.
   *
   * @throws RebuildStateUnfit if it is gone (409)
   */
  Generations discard(Rebuild rebuild, UUID command, Instant now) {
    requireState(rebuild, State.BUILDING, State.ROLLED_BACK, State.SERVING);
    var going = new ArrayList<>(leaving);
    if (beside != null) {
      going.add(beside);
    }
    return new Generations(
        view, version + 1, serving, null, last, going, with(rebuild.over(command, now)));
  }

  /** Its rows are gone, too. */
  Generations gone(Generation generation) {
    var going = new ArrayList<>(leaving);
    going.remove(generation);
    return new Generations(view, version + 1, serving, beside, last, going, rebuilds);
  }

  private static void requireState(Rebuild rebuild, State... fit) {
    if (!List.of(fit).contains(rebuild.state())) {
      throw new RebuildStateUnfit(rebuild.state());
    }
  }

  private List<Rebuild> with(Rebuild changed) {
    return rebuilds.stream().map(r -> r.id().equals(changed.id()) ? changed : r).toList();
  }
}

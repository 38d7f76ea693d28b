package vn.sen.training.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.sen.events.membership.MembershipChange;

/**
 * Where one member belonged when: the steps that the membership service has told, added up. A step
 * that was taken back is gone, so a correction of the past needs no rule of its own here.
 *
 * @param steps what is left of the steps, the oldest first; one day's goings before its comings
 */
record Memberships(List<Step> steps) {

  static final Memberships NONE = new Memberships(List.of());

  /**
   * A coming or a going.
   *
   * @param via the successors that splits assigned her to personally
   * @param count 1 for a coming, −1 for a going
   */
  record Step(LocalDate date, UUID unit, List<UUID> via, int count) {
    private boolean sameBut(Step other) {
      return date.equals(other.date) && unit.equals(other.unit) && via.equals(other.via);
    }
  }

  /**
   * Where she belongs.
   *
   * @param member whether she is a member there on the day asked for; else it is where she belonged
   *     last, or first
   */
  record Belonging(UUID unit, List<UUID> via, boolean member) {}

  Memberships {
    steps = List.copyOf(steps);
  }

  Memberships plus(List<MembershipChange> changes) {
    var all = new ArrayList<>(steps);
    for (var change : changes) {
      add(all, new Step(change.date(), change.unit(), change.via(), change.delta()));
    }
    all.sort(Comparator.comparing(Step::date).thenComparing(Step::count));
    return new Memberships(all);
  }

  private static void add(List<Step> all, Step added) {
    int count = added.count();
    for (var known : List.copyOf(all)) {
      if (known.sameBut(added)) {
        count += known.count();
        all.remove(known);
      }
    }
    if (count != 0) {
      all.add(new Step(added.date(), added.unit(), added.via(), count));
    }
  }

  /** Where she belonged on a day; empty for somebody who never was a member. */
  Optional<Belonging> on(LocalDate day) {
    if (steps.isEmpty()) {
      return Optional.empty();
    }
    var last = steps.getFirst();
    int in = 0;
    for (var step : steps) {
      if (step.date().isAfter(day)) {
        break;
      }
      in += step.count();
      last = step.count() > 0 || in == 0 ? step : last;
    }
    return Optional.of(new Belonging(last.unit(), last.via(), in > 0));
  }
}

package vn.sen.training.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.training.ActivityPlan;

/**
 * What an activity is to be, or was.
 *
 * @param title what it is about, in words
 * @param place where it is held, in words
 * @param via the successors that splits of the organiser assigned the activity to; usually empty
 * @param targetVia the same for the unit that is visited
 */
record Outline(
    ActivityPlan plan, String title, String place, List<UUID> via, List<UUID> targetVia) {

  Outline {
    via = via == null ? List.of() : List.copyOf(via);
    targetVia = targetVia == null ? List.of() : List.copyOf(targetVia);
    if (plan.to().isBefore(plan.from())) {
      throw new ActivityRules.ActivityDaysReversed(plan.from());
    }
  }

  /** One to which no split has happened. */
  static Outline of(ActivityPlan plan, String title, String place) {
    return new Outline(plan, title, place, List.of(), List.of());
  }

  /** The unit, or successor, that the organiser's part follows now. */
  UUID organiser() {
    return via.isEmpty() ? plan.unitId() : via.getLast();
  }

  /** The same for the visited unit; null where none is visited. */
  @Nullable UUID target() {
    return targetVia.isEmpty() ? plan.targetUnitId() : targetVia.getLast();
  }

  /** What splits have said still holds, as far as the units are the same. */
  Outline followingAs(Outline before) {
    return new Outline(
        plan,
        title,
        place,
        plan.unitId().equals(before.plan.unitId()) ? before.via : List.of(),
        Objects.equals(plan.targetUnitId(), before.plan.targetUnitId())
            ? before.targetVia
            : List.of());
  }

  Outline on(LocalDate from, LocalDate to) {
    return new Outline(
        new ActivityPlan(
            plan.kind(),
            plan.unitId(),
            plan.targetUnitId(),
            from,
            to,
            plan.programme(),
            plan.themeId(),
            plan.budget(),
            plan.source()),
        title,
        place,
        via,
        targetVia);
  }

  /** With what followed a split unit following one of its successors. */
  Outline assigned(UUID split, UUID successor) {
    return new Outline(
        plan,
        title,
        place,
        split.equals(organiser()) ? plus(via, successor) : via,
        split.equals(target()) ? plus(targetVia, successor) : targetVia);
  }

  private static List<UUID> plus(List<UUID> path, UUID successor) {
    var longer = new ArrayList<>(path);
    longer.add(successor);
    return longer;
  }
}

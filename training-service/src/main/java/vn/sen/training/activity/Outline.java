package vn.sen.training.activity;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import vn.sen.chassis.org.Split;
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

  /**
   * One of the two places where an activity counts.
   *
   * @param via the successors that splits of the unit assigned it to; usually empty
   */
  record Part(UUID unit, List<UUID> via) {

    /** Whoever finds it. */
    List<UUID> units() {
      return Split.finding(unit, via);
    }
  }

  /** The organiser's part. */
  Part organiser() {
    return new Part(plan.unitId(), via);
  }

  /** The visited unit's part; empty where none is visited. */
  Optional<Part> visited() {
    return Optional.ofNullable(plan.targetUnitId()).map(target -> new Part(target, targetVia));
  }

  /** Both of them, or the one that there is. */
  List<Part> parts() {
    return Stream.concat(Stream.of(organiser()), visited().stream()).toList();
  }

  /** One to which no split has happened. */
  static Outline of(ActivityPlan plan, String title, String place) {
    return new Outline(plan, title, place, List.of(), List.of());
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

  /**
   * The organiser's part, the visited unit's, or both follow a successor.
   *
   * @param organisers the splits that give it the organiser's part; none where it stays
   * @param targets the same for the visited unit's
   */
  Outline assigned(UUID successor, List<Split> organisers, List<Split> targets) {
    return new Outline(
        plan,
        title,
        place,
        organisers.isEmpty() ? via : Split.following(via, successor, organisers),
        targets.isEmpty() ? targetVia : Split.following(targetVia, successor, targets));
  }
}

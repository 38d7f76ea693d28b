package vn.sen.training.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.Decision;
import vn.sen.events.DomainEvent;
import vn.sen.events.training.CompetencyEvent.CompetencyGained;
import vn.sen.events.training.CompetencyEvent.CompetencyWithdrawn;
import vn.sen.events.training.PlanEvent;
import vn.sen.events.training.PlanEvent.NeedMet;
import vn.sen.events.training.PlanEvent.NeedReopened;
import vn.sen.events.training.PlanEvent.NeedsRecounted;
import vn.sen.events.training.PlanEvent.PlanDrawnUp;
import vn.sen.events.training.PlanNeed;

/**
 * A training plan of a unit and everything below it.
 *
 * @param countedOn when the needs were counted last
 */
public record Plan(UUID unitId, int year, List<Line> lines, LocalDate countedOn) {

  /**
   * Who holds a title that demands a competency and lacked it when the needs were counted.
   *
   * @param id by which classes name the line
   */
  public record Line(UUID id, UUID titleId, String competency, List<Want> wants) {
    public Line {
      wants = List.copyOf(wants);
    }

    /** How many still lack it. */
    public int open() {
      return (int) wants.stream().filter(want -> want.metBy() == null).count();
    }

    private Line with(List<Want> changed) {
      return new Line(id, titleId, competency, changed);
    }
  }

  /**
   * Somebody who lacks it, or did.
   *
   * @param metBy the class in which she gained it; null while she lacks it
   * @param metOn the first day of the competency; null while she lacks it
   */
  public record Want(UUID personId, @Nullable UUID metBy, @Nullable LocalDate metOn) {}

  public Plan {
    lines = List.copyOf(lines);
  }

  static Decision<Plan> drawUp(UUID unitId, int year, List<PlanNeed> needs, LocalDate today) {
    var lines = needs.stream().map(need -> line(need, List.of())).toList();
    return Decision.of(
        new Plan(unitId, year, lines, today), new PlanDrawnUp(unitId, year, needs, today));
  }

  /** Whoever lacks it is wanted, also if she met the need once: what she gained has run out. */
  private static Line line(PlanNeed need, List<Want> met) {
    var wants = new ArrayList<>(met);
    wants.removeIf(want -> need.people().contains(want.personId()));
    need.people().forEach(person -> wants.add(new Want(person, null, null)));
    return new Line(need.lineId(), need.titleId(), need.competency(), wants);
  }

  /**
   * The needs as they are now; what was met stays met, also where nobody lacks it any more, unless
   * it is lacked again.
   */
  Decision<Plan> recount(List<PlanNeed> needs, LocalDate today) {
    var counted = new ArrayList<Line>();
    for (var need : needs) {
      counted.add(line(need, metOf(need.lineId())));
    }
    for (var line : lines) {
      var met = metOf(line.id());
      if (!met.isEmpty() && counted.stream().noneMatch(known -> known.id().equals(line.id()))) {
        counted.add(line.with(met));
      }
    }
    return Decision.of(new Plan(unitId, year, counted, today), new NeedsRecounted(needs, today));
  }

  private List<Want> metOf(UUID lineId) {
    return lines.stream()
        .filter(line -> line.id().equals(lineId))
        .flatMap(line -> line.wants().stream())
        .filter(want -> want.metBy() != null)
        .toList();
  }

  /**
   * Somebody gained a competency; means nothing to who does not lack it here, and meets nothing if
   * it was over before the needs were counted.
   */
  Decision<Plan> gained(CompetencyGained gained) {
    var until = gained.until();
    if (until != null && until.isBefore(countedOn)) {
      return Decision.nothing(this);
    }
    return each(
        gained.competency(),
        want ->
            want.personId().equals(gained.personId()) && want.metBy() == null
                ? new Want(want.personId(), gained.classId(), gained.from())
                : want,
        line -> new NeedMet(line, gained.personId(), gained.classId(), gained.from()));
  }

  /**
   * What met a need was taken back: it is open again, unless another class meets it.
   *
   * @param others what she has of the competency from other classes
   */
  Decision<Plan> withdrawn(CompetencyWithdrawn withdrawn, List<CompetencyGained> others) {
    var reopened = reopened(withdrawn);
    if (reopened.events().isEmpty()) {
      return reopened;
    }
    var plan = reopened.state();
    var events = new ArrayList<DomainEvent>(reopened.events());
    for (var other : others) {
      var met = plan.gained(other);
      plan = met.state();
      events.addAll(met.events());
    }
    return new Decision<>(plan, events);
  }

  private Decision<Plan> reopened(CompetencyWithdrawn withdrawn) {
    return each(
        withdrawn.competency(),
        want ->
            want.personId().equals(withdrawn.personId()) && withdrawn.classId().equals(want.metBy())
                ? new Want(want.personId(), null, null)
                : want,
        line ->
            new NeedReopened(line, withdrawn.personId(), withdrawn.classId(), withdrawn.from()));
  }

  private interface Change {
    Want to(Want want);
  }

  private interface Telling {
    PlanEvent of(UUID line);
  }

  private Decision<Plan> each(String competency, Change change, Telling event) {
    var changed = new ArrayList<Line>();
    var events = new ArrayList<PlanEvent>();
    for (var line : lines) {
      var after =
          line.competency().equals(competency)
              ? line.with(line.wants().stream().map(change::to).toList())
              : line;
      if (!Objects.equals(after, line)) {
        events.add(event.of(line.id()));
      }
      changed.add(after);
    }
    return new Decision<>(new Plan(unitId, year, changed, countedOn), events);
  }
}

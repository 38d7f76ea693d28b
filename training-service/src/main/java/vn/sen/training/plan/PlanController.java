package vn.sen.training.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.audit.OnRecord;
import vn.sen.chassis.command.CommandAnswers;
import vn.sen.chassis.command.CommandAnswers.Done;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.store.Stored;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.Page;

/** Training plans over HTTP. */
@RestController
@RequestMapping(PlanController.PATH)
class PlanController {

  static final String PATH = "/api/training/plans";

  private final Plans plans;
  private final Scope scope;
  private final Clock clock;

  PlanController(Plans plans, Scope scope, Clock clock) {
    this.plans = plans;
    this.scope = scope;
    this.clock = clock;
  }

  /**
   * A plan to draw up.
   *
   * @param unitId with everything below it
   */
  record NewPlan(@NotNull UUID unitId, @NotNull @Min(1990) @Max(2199) Integer year) {}

  /**
   * A line in numbers.
   *
   * @param people how many the plan names
   * @param open how many of them still lack the competency
   */
  record LineView(UUID id, UUID titleId, String competency, int people, int open) {}

  /** A plan in numbers. */
  record PlanView(
      UUID id, long version, UUID unitId, int year, LocalDate countedOn, List<LineView> lines) {

    static PlanView of(Stored<Plan> stored) {
      var plan = stored.state();
      return new PlanView(
          stored.id(),
          stored.version(),
          plan.unitId(),
          plan.year(),
          plan.countedOn(),
          plan.lines().stream()
              .map(
                  line ->
                      new LineView(
                          line.id(),
                          line.titleId(),
                          line.competency(),
                          line.wants().size(),
                          line.open()))
              .toList());
    }
  }

  /** Whom a line names. */
  record WantsView(UUID lineId, List<Plan.Want> people) {}

  /** Counts whom the unit has to train, and keeps it as the plan of the year. */
  @Needs(Role.OFFICER)
  @PostMapping
  ResponseEntity<Done> drawUp(@Valid @RequestBody NewPlan body, CommandContext by) {
    var today = LocalDate.now(clock);
    scope.require(by.sender(), body.unitId(), today, "/unitId");
    return CommandAnswers.created(plans.drawUp(by, body.unitId(), body.year(), today), PATH);
  }

  /** Counts again; what was met stays met. */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/recount")
  ResponseEntity<Done> recount(@PathVariable UUID id, CommandContext by) {
    return CommandAnswers.changed(
        plans.recount(id, by, LocalDate.now(clock), plan -> inScope(by.sender(), plan)));
  }

  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/{id}")
  ResponseEntity<PlanView> get(@PathVariable UUID id, Caller reader) {
    var stored = plans.get(id);
    inScope(reader, stored.state());
    return ResponseEntity.ok().eTag(Long.toString(stored.version())).body(PlanView.of(stored));
  }

  /** Plans of a unit and of what is below it today; of all that the reader may see. */
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping
  ResponseEntity<Page<PlanView>> list(
      @RequestParam(required = false) @Nullable UUID unitId,
      @RequestParam(required = false) @Nullable Integer year,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      @RequestParam(required = false) @Nullable String cursor,
      Caller reader) {
    var found = plans.list(scope.seenBy(reader, unitId), year, Cursor.parseId(cursor), limit + 1);
    var page = found.stream().limit(limit).toList();
    var next = found.size() > limit ? Cursor.of(page.getLast().id().toString()) : null;
    return Page.of(page.stream().map(PlanView::of).toList(), next);
  }

  /** Whom the lines of a plan name, by id, and which class met each need. */
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/{id}/needs")
  List<WantsView> needs(@PathVariable UUID id, Caller reader, OnRecord record) {
    var plan = inScope(reader, plans.get(id).state());
    record.shows(
        plan.lines().stream()
            .flatMap(line -> line.wants().stream())
            .map(Plan.Want::personId)
            .distinct()
            .toList());
    return plan.lines().stream().map(line -> new WantsView(line.id(), line.wants())).toList();
  }

  private Plan inScope(Caller caller, Plan plan) {
    scope.require(caller, plan.unitId(), LocalDate.now(clock), "");
    return plan;
  }
}

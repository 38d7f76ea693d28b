package vn.sen.training.programme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.command.CommandAnswers;
import vn.sen.chassis.command.CommandAnswers.Done;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.org.OrgFollower;
import vn.sen.chassis.store.Stored;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.Page;
import vn.sen.training.programme.ProgrammeBodies.GoalsView;
import vn.sen.training.programme.ProgrammeBodies.NewResult;
import vn.sen.training.programme.ProgrammeBodies.NewTarget;

/**
 * What units are to reach and are stated to have reached, over HTTP. The top sets targets by its
 * decisions; a unit's officers state results, and somebody else approves them.
 */
@RestController
@RequestMapping(ProgrammeController.PATH + "/{id}/units")
class GoalController {

  private final UnitGoals goals;
  private final Programmes programmes;
  private final OrgFollower orgUnits;
  private final Scope scope;
  private final Clock clock;

  GoalController(
      UnitGoals goals, Programmes programmes, OrgFollower orgUnits, Scope scope, Clock clock) {
    this.goals = goals;
    this.programmes = programmes;
    this.orgUnits = orgUnits;
    this.scope = scope;
    this.clock = clock;
  }

  /** The unit is to reach so much by the end of a year; set again, the target is corrected. */
  @Needs(Role.ADMINISTRATOR)
  @PutMapping("/{unitId}/targets/{indicator}/{year}")
  ResponseEntity<Done> setTarget(
      @PathVariable UUID id,
      @PathVariable UUID unitId,
      @PathVariable String indicator,
      @PathVariable @Min(1990) @Max(2199) int year,
      @Valid @RequestBody NewTarget body,
      CommandContext by) {
    scope.requireTop(by.sender());
    scope.require(by.sender(), unitId, LocalDate.of(year, 12, 31), "");
    return change(
        id,
        unitId,
        by,
        (programme, known) -> {
          var first = LocalDate.of(year, 1, 1);
          var last = LocalDate.of(year, 12, 31);
          var measured = programme.inForce(indicator.toUpperCase(Locale.ROOT), first, last, "");
          if (!orgUnits.map().existsOn(unitId, first) && !orgUnits.map().existsOn(unitId, last)) {
            throw new ProgrammeRules.UnitNotInForceThen();
          }
          return known.set(body.told(measured.code(), year));
        });
  }

  @Needs(Role.ADMINISTRATOR)
  @PostMapping("/{unitId}/targets/{indicator}/{year}/withdrawal")
  ResponseEntity<Done> withdrawTarget(
      @PathVariable UUID id,
      @PathVariable UUID unitId,
      @PathVariable String indicator,
      @PathVariable @Min(1990) @Max(2199) int year,
      CommandContext by) {
    scope.requireTop(by.sender());
    scope.require(by.sender(), unitId, LocalDate.of(year, 12, 31), "");
    return change(
        id,
        unitId,
        by,
        (_, known) ->
            known.withdraw(indicator.toUpperCase(Locale.ROOT), year, LocalDate.now(clock)));
  }

  /** A result is proposed where the platform cannot count it; it holds when it is approved. */
  @Needs(Role.OFFICER)
  @PostMapping("/{unitId}/results")
  ResponseEntity<Done> propose(
      @PathVariable UUID id,
      @PathVariable UUID unitId,
      @Valid @RequestBody NewResult body,
      CommandContext by) {
    scope.require(by.sender(), unitId, body.asOf(), "");
    return change(
        id,
        unitId,
        by,
        (programme, known) -> {
          var asOf = body.asOf();
          if (asOf.isAfter(LocalDate.now(clock))) {
            throw new ProgrammeRules.ResultForTheFuture();
          }
          var code = body.indicator().toUpperCase(Locale.ROOT);
          var kind = programme.inForce(code, asOf, asOf, "/asOf").statedOn(asOf);
          if (kind == null) {
            throw new ProgrammeRules.ResultIsCounted();
          }
          if (!orgUnits.map().existsOn(unitId, asOf)) {
            throw new ProgrammeRules.UnitNotInForceThen();
          }
          return known.propose(body.told(kind), by.actor());
        });
  }

  @Needs(Role.APPROVER)
  @PostMapping("/{unitId}/results/{indicator}/{asOf}/approval")
  ResponseEntity<Done> approve(
      @PathVariable UUID id,
      @PathVariable UUID unitId,
      @PathVariable String indicator,
      @PathVariable LocalDate asOf,
      CommandContext by) {
    scope.require(by.sender(), unitId, asOf, "");
    return change(
        id,
        unitId,
        by,
        (_, known) -> known.approve(indicator.toUpperCase(Locale.ROOT), asOf, by.actor()));
  }

  @Needs(Role.APPROVER)
  @PostMapping("/{unitId}/results/{indicator}/{asOf}/rejection")
  ResponseEntity<Done> reject(
      @PathVariable UUID id,
      @PathVariable UUID unitId,
      @PathVariable String indicator,
      @PathVariable LocalDate asOf,
      CommandContext by) {
    scope.require(by.sender(), unitId, asOf, "");
    return change(
        id,
        unitId,
        by,
        (_, known) -> known.reject(indicator.toUpperCase(Locale.ROOT), asOf, by.actor()));
  }

  private ResponseEntity<Done> change(
      UUID id,
      UUID unitId,
      CommandContext by,
      BiFunction<Programme, Goals, Decision<Goals>> decide) {
    var programme = programmes.get(id).state();
    return CommandAnswers.changed(
        goals.change(
            Goals.none(id, programme.code(), unitId), by, known -> decide.apply(programme, known)));
  }

  /** A unit's targets and stated results; at version 0 while there are none. */
  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD})
  @GetMapping("/{unitId}")
  ResponseEntity<GoalsView> get(@PathVariable UUID id, @PathVariable UUID unitId, Caller reader) {
    scope.require(reader, unitId, LocalDate.now(clock), "");
    var stored = goals.get(Goals.none(id, programmes.get(id).state().code(), unitId));
    return ResponseEntity.ok().eTag(Long.toString(stored.version())).body(view(stored));
  }

  /**
   * The targets and stated results of a unit and of what is below it today, in no particular order;
   * of all that the reader may see.
   *
   * @param waiting whether only those are wanted of which a result waits for an approver
   */
  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD})
  @GetMapping
  ResponseEntity<Page<GoalsView>> list(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID unitId,
      @RequestParam(defaultValue = "false") boolean waiting,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      @RequestParam(required = false) @Nullable String cursor,
      Caller reader) {
    programmes.get(id);
    var found =
        goals.of(id, scope.seenBy(reader, unitId), waiting, Cursor.parseId(cursor), limit + 1);
    var page = found.stream().limit(limit).toList();
    var next = found.size() > limit ? Cursor.of(page.getLast().id().toString()) : null;
    return Page.of(page.stream().map(GoalController::view).toList(), next);
  }

  private static GoalsView view(Stored<Goals> stored) {
    return GoalsView.of(stored.version(), stored.state());
  }
}

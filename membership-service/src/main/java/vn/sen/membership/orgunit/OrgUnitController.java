package vn.sen.membership.orgunit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.command.CommandAnswers;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.domain.DateOutOfRange;
import vn.sen.events.membership.UnitKind;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.UnitTrait;
import vn.sen.events.membership.WomenDefinition;

/** Commands to org units. */
@RestController
@RequestMapping(OrgUnitController.PATH)
class OrgUnitController {

  static final String PATH = "/api/membership/org-units";

  private final OrgUnitHandler handler;

  OrgUnitController(OrgUnitHandler handler) {
    this.handler = handler;
  }

  /**
   * @param territorial true where left out
   */
  record NewUnit(
      @NotBlank @Size(max = UnitRules.MAX_CODE) String code,
      @NotBlank @Size(max = UnitRules.MAX_NAME) String name,
      @NotNull UnitLevel level,
      @NotNull UnitKind kind,
      @Nullable UUID parentId,
      @NotNull LocalDate validFrom,
      @Nullable Boolean territorial) {
    Founding founding() {
      return new Founding(
          code, name, level, kind, parentId, validFrom, territorial == null || territorial);
    }
  }

  record NewName(
      @NotBlank @Size(max = UnitRules.MAX_NAME) String name,
      @Nullable UnitKind kind,
      @NotNull LocalDate from) {}

  record Closure(@NotNull LocalDate on) {}

  record WomenStatement(
      @NotNull WomenDefinition definition,
      @NotNull @PositiveOrZero @Max(100_000_000) Integer count,
      @NotNull LocalDate asOf,
      @NotBlank @Size(max = Unit.MAX_SOURCE) String source) {}

  /**
   * @param until the last day; null while no end is known
   * @param source the document that says so, by its number
   */
  record NewTrait(
      @NotNull UnitTrait trait,
      @NotNull LocalDate from,
      @Nullable LocalDate until,
      @NotBlank @Size(max = Unit.MAX_SOURCE) String source) {}

  record Assignment(@NotNull UUID redrawingId, @NotNull UUID successorId) {}

  @Needs({Role.ADMINISTRATOR, Role.OFFICER})
  @PostMapping
  ResponseEntity<CommandAnswers.Done> found(@Valid @RequestBody NewUnit body, CommandContext by) {
    return CommandAnswers.created(handler.found(by, body.founding()), PATH);
  }

  @Needs({Role.ADMINISTRATOR, Role.OFFICER})
  @PostMapping("/{id}/names")
  ResponseEntity<CommandAnswers.Done> rename(
      @PathVariable UUID id, @Valid @RequestBody NewName body, CommandContext by) {
    return handle(id, by, new UnitCommand.Rename(body.name(), body.kind(), body.from()));
  }

  @Needs({Role.ADMINISTRATOR, Role.OFFICER})
  @PostMapping("/{id}/closure")
  ResponseEntity<CommandAnswers.Done> close(
      @PathVariable UUID id, @Valid @RequestBody Closure body, CommandContext by) {
    return handle(id, by, new UnitCommand.Close(body.on()));
  }

  /** States what the locality is; reports can count what happens there apart. */
  @Needs({Role.ADMINISTRATOR, Role.OFFICER})
  @PostMapping("/{id}/traits")
  ResponseEntity<CommandAnswers.Done> stateTrait(
      @PathVariable UUID id, @Valid @RequestBody NewTrait body, CommandContext by) {
    var from = DateOutOfRange.checked("/from", body.from());
    return handle(
        id, by, new UnitCommand.StateTrait(body.trait(), from, body.until(), body.source()));
  }

  /** What was stated of the locality for that first day was a mistake. */
  @Needs({Role.ADMINISTRATOR, Role.OFFICER})
  @PostMapping("/{id}/traits/{trait}/{from}/withdrawal")
  ResponseEntity<CommandAnswers.Done> withdrawTrait(
      @PathVariable UUID id,
      @PathVariable UnitTrait trait,
      @PathVariable LocalDate from,
      CommandContext by) {
    return handle(id, by, new UnitCommand.WithdrawTrait(trait, from));
  }

  /** Proposes a number of women; it counts when somebody else has approved it. */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/women-counts")
  ResponseEntity<CommandAnswers.Done> proposeWomen(
      @PathVariable UUID id, @Valid @RequestBody WomenStatement body, CommandContext by) {
    return handle(
        id,
        by,
        new UnitCommand.ProposeWomen(
            body.definition(), body.count(), body.asOf(), body.source(), by.actor()));
  }

  @Needs(Role.APPROVER)
  @PostMapping("/{id}/women-counts/{definition}/{asOf}/approval")
  ResponseEntity<CommandAnswers.Done> approveWomen(
      @PathVariable UUID id,
      @PathVariable WomenDefinition definition,
      @PathVariable LocalDate asOf,
      CommandContext by) {
    return handle(id, by, new UnitCommand.ApproveWomen(definition, asOf, by.actor()));
  }

  @Needs(Role.APPROVER)
  @PostMapping("/{id}/women-counts/{definition}/{asOf}/rejection")
  ResponseEntity<CommandAnswers.Done> rejectWomen(
      @PathVariable UUID id,
      @PathVariable WomenDefinition definition,
      @PathVariable LocalDate asOf,
      CommandContext by) {
    return handle(id, by, new UnitCommand.RejectWomen(definition, asOf, by.actor()));
  }

  @Needs(Role.OFFICER)
  @PostMapping("/{id}/assignments")
  ResponseEntity<CommandAnswers.Done> assign(
      @PathVariable UUID id, @Valid @RequestBody Assignment body, CommandContext by) {
    return handle(id, by, new UnitCommand.Follow(body.redrawingId(), body.successorId()));
  }

  private ResponseEntity<CommandAnswers.Done> handle(
      UUID id, CommandContext by, UnitCommand command) {
    return CommandAnswers.changed(handler.handle(id, by, command));
  }
}

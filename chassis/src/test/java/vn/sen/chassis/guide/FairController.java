package vn.sen.chassis.guide;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.command.CommandAnswers;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.domain.DateOutOfRange;

/** Fairs over HTTP. */
@RestController
@RequestMapping(FairController.PATH)
class FairController {

  static final String PATH = "/api/guide/fairs";

  private final Fairs fairs;
  private final Scope scope;

  FairController(Fairs fairs, Scope scope) {
    this.fairs = fairs;
    this.scope = scope;
  }

  /** A fair that took place. */
  record NewFair(
      @NotNull UUID unitId, @NotNull LocalDate on, @NotNull @Max(1_000) Integer stalls) {}

  /** How many stalls there were after all. */
  record Correction(@NotNull @Max(1_000) Integer stalls) {}

  @Needs(Role.OFFICER)
  @PostMapping
  ResponseEntity<CommandAnswers.Done> hold(@Valid @RequestBody NewFair body, CommandContext by) {
    var on = DateOutOfRange.checked("/on", body.on());
    scope.require(by.sender(), body.unitId(), on, "/unitId");
    var fair = Fair.hold(body.unitId(), on, body.stalls());
    return CommandAnswers.created(fairs.hold(by, fair), PATH);
  }

  @Needs(Role.OFFICER)
  @PostMapping("/{id}/correction")
  ResponseEntity<CommandAnswers.Done> correct(
      @PathVariable UUID id, @Valid @RequestBody Correction body, CommandContext by) {
    var fair = fairs.get(id).state();
    scope.require(by.sender(), fair.unitId(), fair.on(), "");
    return CommandAnswers.changed(fairs.correct(id, by, body.stalls()));
  }
}

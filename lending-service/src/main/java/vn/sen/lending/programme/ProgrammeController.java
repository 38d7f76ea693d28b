package vn.sen.lending.programme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.command.CommandAnswers;
import vn.sen.chassis.command.CommandAnswers.Done;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.web.Page;
import vn.sen.lending.naming.DatedNames;
import vn.sen.lending.naming.NamedList.NamedOnDay;
import vn.sen.lending.naming.NamingBodies.NewName;
import vn.sen.lending.naming.NamingBodies.NewNamed;

/** Programmes over HTTP. */
@RestController
@RequestMapping(ProgrammeController.PATH)
class ProgrammeController {

  static final String PATH = "/api/lending/programmes";

  private final Programmes programmes;
  private final Scope scope;

  ProgrammeController(Programmes programmes, Scope scope) {
    this.programmes = programmes;
    this.scope = scope;
  }

  /** A programme with all its names, the oldest first. */
  record ProgrammeWithNames(UUID id, String code, List<DatedNames.Name> names, long version) {}

  @Needs(Role.ADMINISTRATOR)
  @PostMapping
  ResponseEntity<Done> register(@Valid @RequestBody NewNamed body, CommandContext by) {
    scope.requireTop(by.sender());
    var programme = body.kept();
    return CommandAnswers.created(
        programmes.register(by, programme.code(), programme.name(), programme.from()), PATH);
  }

  @Needs(Role.ADMINISTRATOR)
  @PostMapping("/{id}/names")
  ResponseEntity<Done> rename(
      @PathVariable UUID id, @Valid @RequestBody NewName body, CommandContext by) {
    scope.requireTop(by.sender());
    var name = body.kept();
    return CommandAnswers.changed(programmes.rename(id, by, name.name(), name.from()));
  }

  @Needs({Role.VIEWER, Role.AUDITOR, Role.BANK, Role.DASHBOARD})
  @GetMapping("/{id}")
  ResponseEntity<ProgrammeWithNames> get(@PathVariable UUID id) {
    var stored = programmes.get(id);
    var programme = stored.state();
    return ResponseEntity.ok()
        .eTag(Long.toString(stored.version()))
        .body(
            new ProgrammeWithNames(
                id, programme.code(), programme.names().all(), stored.version()));
  }

  /** The programmes on a day (today where none is given), by code. */
  @Needs({Role.VIEWER, Role.AUDITOR, Role.BANK, Role.DASHBOARD})
  @GetMapping
  ResponseEntity<Page<NamedOnDay>> list(
      @RequestParam(required = false) @Nullable LocalDate at,
      @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return programmes.page(at, limit, cursor);
  }
}

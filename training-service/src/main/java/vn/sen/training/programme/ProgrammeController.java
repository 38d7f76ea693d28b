package vn.sen.training.programme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
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
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.command.CommandAnswers;
import vn.sen.chassis.command.CommandAnswers.Done;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.domain.DateOutOfRange;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.store.Stored;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.Page;
import vn.sen.training.programme.ProgrammeBodies.IndicatorRetirement;
import vn.sen.training.programme.ProgrammeBodies.IndicatorVersion;
import vn.sen.training.programme.ProgrammeBodies.NewIndicator;
import vn.sen.training.programme.ProgrammeBodies.NewProgramme;
import vn.sen.training.programme.ProgrammeBodies.ProgrammeDays;
import vn.sen.training.programme.ProgrammeBodies.ProgrammeName;
import vn.sen.training.programme.ProgrammeBodies.ProgrammeView;

/** Programmes of the Union over HTTP: they concern everybody, so the top sets them up. */
@RestController
@RequestMapping(ProgrammeController.PATH)
class ProgrammeController {

  static final String PATH = "/api/training/programmes";

  private final Programmes programmes;
  private final Scope scope;
  private final Clock clock;

  ProgrammeController(Programmes programmes, Scope scope, Clock clock) {
    this.programmes = programmes;
    this.scope = scope;
    this.clock = clock;
  }

  @Needs(Role.ADMINISTRATOR)
  @PostMapping
  ResponseEntity<Done> introduce(@Valid @RequestBody NewProgramme body, CommandContext by) {
    scope.requireTop(by.sender());
    var name = new ProgrammeName(body.name(), body.days().from()).told().name();
    return CommandAnswers.created(
        programmes.introduce(
            by,
            Programme.introduce(
                body.code().toUpperCase(Locale.ROOT), name, body.days().days("/days"))),
        PATH);
  }

  /** From a day on the programme bears another name. */
  @Needs(Role.ADMINISTRATOR)
  @PostMapping("/{id}/names")
  ResponseEntity<Done> rename(
      @PathVariable UUID id, @Valid @RequestBody ProgrammeName body, CommandContext by) {
    return change(id, by, programme -> programme.rename(body.told()));
  }

  /** The programme runs at another time. */
  @Needs(Role.ADMINISTRATOR)
  @PutMapping("/{id}/days")
  ResponseEntity<Done> setDays(
      @PathVariable UUID id, @Valid @RequestBody ProgrammeDays body, CommandContext by) {
    return change(id, by, programme -> programme.set(body.days("")));
  }

  /** The programme is measured by something more. */
  @Needs(Role.ADMINISTRATOR)
  @PostMapping("/{id}/indicators")
  ResponseEntity<Done> addIndicator(
      @PathVariable UUID id, @Valid @RequestBody NewIndicator body, CommandContext by) {
    return change(id, by, programme -> programme.add(body.told()));
  }

  /** From a day on an indicator is called so and counted so. */
  @Needs(Role.ADMINISTRATOR)
  @PostMapping("/{id}/indicators/{code}/versions")
  ResponseEntity<Done> reviseIndicator(
      @PathVariable UUID id,
      @PathVariable String code,
      @Valid @RequestBody IndicatorVersion body,
      CommandContext by) {
    return change(
        id, by, programme -> programme.revise(code.toUpperCase(Locale.ROOT), body.told()));
  }

  @Needs(Role.ADMINISTRATOR)
  @PostMapping("/{id}/indicators/{code}/retirement")
  ResponseEntity<Done> retireIndicator(
      @PathVariable UUID id,
      @PathVariable String code,
      @Valid @RequestBody IndicatorRetirement body,
      CommandContext by) {
    var on = DateOutOfRange.checked("/on", body.on());
    return change(id, by, programme -> programme.retire(code.toUpperCase(Locale.ROOT), on));
  }

  private ResponseEntity<Done> change(
      UUID id, CommandContext by, Function<Programme, Decision<Programme>> decide) {
    scope.requireTop(by.sender());
    return CommandAnswers.changed(programmes.change(id, by, decide));
  }

  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD})
  @GetMapping("/{id}")
  ResponseEntity<ProgrammeView> get(@PathVariable UUID id) {
    var stored = programmes.get(id);
    return ResponseEntity.ok()
        .eTag(Long.toString(stored.version()))
        .body(view(stored, LocalDate.now(clock)));
  }

  /** The programmes that run on a day (today where none is given), by code. */
  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD})
  @GetMapping
  ResponseEntity<Page<ProgrammeView>> list(
      @RequestParam(required = false) @Nullable LocalDate at,
      @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    var behind = Cursor.parse(cursor, 1);
    var day = at == null ? LocalDate.now(clock) : at;
    var found = programmes.on(day, behind.isEmpty() ? "" : behind.getFirst(), limit + 1);
    var items = found.stream().limit(limit).map(stored -> view(stored, day)).toList();
    return Page.of(items, found.size() > limit ? Cursor.of(items.getLast().code()) : null);
  }

  private static ProgrammeView view(Stored<Programme> stored, LocalDate day) {
    return ProgrammeView.of(stored.id(), stored.version(), stored.state(), day);
  }
}

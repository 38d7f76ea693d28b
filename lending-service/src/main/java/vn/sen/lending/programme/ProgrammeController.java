package vn.sen.lending.programme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.domain.BusinessZone;
import vn.sen.chassis.domain.DateOutOfRange;
import vn.sen.chassis.store.Stored;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.Page;

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

  /** A programme to follow. */
  record NewProgramme(
      @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9-]{1,19}") String code,
      @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*") String name,
      @NotNull LocalDate from) {}

  /** A name from a day on. */
  record NewName(
      @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*") String name,
      @NotNull LocalDate from) {}

  /** A programme as it is called on the day asked for. */
  record ProgrammeOnDay(UUID id, String code, String name, LocalDate since, long version) {}

  /** A programme with all its names, the oldest first. */
  record ProgrammeWithNames(UUID id, String code, List<Programme.Name> names, long version) {}

  @Needs(Role.ADMINISTRATOR)
  @PostMapping
  ResponseEntity<CommandAnswers.Done> register(
      @Valid @RequestBody NewProgramme programme, CommandContext by) {
    scope.requireTop(by.sender());
    var from = DateOutOfRange.checked("/from", programme.from());
    var code = programme.code().toUpperCase(Locale.ROOT);
    return CommandAnswers.created(
        programmes.register(by, code, plain(programme.name()), from), PATH);
  }

  @Needs(Role.ADMINISTRATOR)
  @PostMapping("/{id}/names")
  ResponseEntity<CommandAnswers.Done> rename(
      @PathVariable UUID id, @Valid @RequestBody NewName name, CommandContext by) {
    scope.requireTop(by.sender());
    var from = DateOutOfRange.checked("/from", name.from());
    return CommandAnswers.changed(programmes.rename(id, by, plain(name.name()), from));
  }

  @Needs({Role.VIEWER, Role.AUDITOR, Role.BANK, Role.DASHBOARD})
  @GetMapping("/{id}")
  ResponseEntity<ProgrammeWithNames> get(@PathVariable UUID id) {
    var stored = programmes.get(id);
    var programme = stored.state();
    return ResponseEntity.ok()
        .eTag(Long.toString(stored.version()))
        .body(new ProgrammeWithNames(id, programme.code(), programme.names(), stored.version()));
  }

  /** The programmes on a day (today where none is given), by code. */
  @Needs({Role.VIEWER, Role.AUDITOR, Role.BANK, Role.DASHBOARD})
  @GetMapping
  ResponseEntity<Page<ProgrammeOnDay>> list(
      @RequestParam(required = false) @Nullable LocalDate at,
      @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    var day = at == null ? BusinessZone.today() : at;
    var behind = Cursor.parse(cursor, 1);
    var found = programmes.on(day, behind.isEmpty() ? "" : behind.getFirst(), limit + 1);
    var items = found.stream().limit(limit).map(programme -> onDay(programme, day)).toList();
    return Page.of(items, found.size() > limit ? Cursor.of(items.getLast().code()) : null);
  }

  private static ProgrammeOnDay onDay(Stored<Programme> stored, LocalDate day) {
    var programme = stored.state();
    return new ProgrammeOnDay(
        stored.id(),
        programme.code(),
        programme.nameOn(day).orElseThrow(),
        programme.since(),
        stored.version());
  }

  private static String plain(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
  }
}

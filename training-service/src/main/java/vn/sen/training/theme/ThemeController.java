package vn.sen.training.theme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.time.LocalDate;
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

/** Themes over HTTP. */
@RestController
@RequestMapping(ThemeController.PATH)
class ThemeController {

  static final String PATH = "/api/training/themes";

  private final Themes themes;
  private final Scope scope;

  ThemeController(Themes themes, Scope scope) {
    this.themes = themes;
    this.scope = scope;
  }

  /** A theme to hold classes on. */
  record NewTheme(
      @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9-]{1,19}") String code,
      @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*") String name,
      @NotNull LocalDate from) {}

  /** The end of a theme. */
  record Retirement(@NotNull LocalDate on) {}

  /** A theme as it stands. */
  record ThemeView(
      UUID id,
      String code,
      String name,
      LocalDate from,
      @Nullable LocalDate retiredOn,
      long version) {}

  @Needs(Role.ADMINISTRATOR)
  @PostMapping
  ResponseEntity<CommandAnswers.Done> introduce(
      @Valid @RequestBody NewTheme theme, CommandContext by) {
    scope.requireTop(by.sender());
    var command =
        new ThemeCommand.Introduce(
            theme.code().toUpperCase(Locale.ROOT),
            Normalizer.normalize(theme.name().strip(), Normalizer.Form.NFC),
            DateOutOfRange.checked("/from", theme.from()));
    return CommandAnswers.created(themes.introduce(by, command), PATH);
  }

  @Needs(Role.ADMINISTRATOR)
  @PostMapping("/{id}/retirement")
  ResponseEntity<CommandAnswers.Done> retire(
      @PathVariable UUID id, @Valid @RequestBody Retirement retirement, CommandContext by) {
    scope.requireTop(by.sender());
    var command = new ThemeCommand.Retire(DateOutOfRange.checked("/on", retirement.on()));
    return CommandAnswers.changed(themes.retire(id, by, command));
  }

  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD})
  @GetMapping("/{id}")
  ResponseEntity<ThemeView> get(@PathVariable UUID id) {
    var stored = themes.get(id);
    return ResponseEntity.ok().eTag(Long.toString(stored.version())).body(view(stored));
  }

  /** The themes classes can be held on at a day (today where none is given), by code. */
  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD})
  @GetMapping
  ResponseEntity<Page<ThemeView>> list(
      @RequestParam(required = false) @Nullable LocalDate at,
      @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    var behind = Cursor.parse(cursor, 1);
    var found =
        themes.on(
            at == null ? BusinessZone.today() : at,
            behind.isEmpty() ? "" : behind.getFirst(),
            limit + 1);
    var items = found.stream().limit(limit).map(ThemeController::view).toList();
    return Page.of(items, found.size() > limit ? Cursor.of(items.getLast().code()) : null);
  }

  private static ThemeView view(Stored<Theme> stored) {
    var theme = stored.state();
    return new ThemeView(
        stored.id(), theme.code(), theme.name(), theme.from(), theme.retiredOn(), stored.version());
  }
}

package vn.sen.membership.title;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.command.CommandAnswers;
import vn.sen.chassis.command.CommandAnswers.Done;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.domain.DateOutOfRange;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.HistoryEntry;
import vn.sen.chassis.store.Stored;
import vn.sen.chassis.web.Page;
import vn.sen.events.membership.ProfessionalLevel;
import vn.sen.events.membership.TheoryLevel;
import vn.sen.events.membership.TitleSeats;
import vn.sen.events.membership.UnitLevel;

/** Titles over HTTP. They are the whole Union's, so who acts for a province at least sets them. */
@RestController
@RequestMapping(TitleController.PATH)
class TitleController {

  static final String PATH = "/api/membership/titles";

  private static final String CODE = "[A-Za-z0-9][A-Za-z0-9_-]{0,39}";

  private final AggregateStore<Title> store;
  private final Titles titles;
  private final Scope scope;

  TitleController(AggregateStore<Title> store, Titles titles, Scope scope) {
    this.store = store;
    this.titles = titles;
    this.scope = scope;
  }

  /**
   * @param seats at each unit of the level
   */
  record LevelSeats(
      @NotNull UnitLevel level, @NotNull @PositiveOrZero @Max(Title.MAX_SEATS) Integer seats) {}

  /**
   * @param code short and unique for ever; kept in capitals
   * @param seats one for each level at which the title exists
   */
  record NewTitle(
      @NotNull @Pattern(regexp = CODE) String code,
      @NotBlank @Size(max = Title.MAX_NAME) String name,
      @NotEmpty @Size(max = 5) List<@NotNull @Valid LevelSeats> seats,
      @NotNull LocalDate from) {}

  record NewName(@NotBlank @Size(max = Title.MAX_NAME) String name, @NotNull LocalDate from) {}

  /**
   * @param seats at each unit of the level; 0 takes the title from the level
   */
  record NewSeats(
      @NotNull UnitLevel level,
      @NotNull @PositiveOrZero @Max(Title.MAX_SEATS) Integer seats,
      @NotNull LocalDate from) {}

  /**
   * @param theory the lowest level that is enough; null where none is demanded
   * @param professional the lowest level that is enough; null where none is demanded
   * @param competencies codes of what classes give; kept in capitals
   * @param source where the standard is written
   */
  record NewStandard(
      @NotNull UnitLevel level,
      @Nullable TheoryLevel theory,
      @Nullable ProfessionalLevel professional,
      @Size(max = 50) @Nullable List<@NotNull @Pattern(regexp = CODE) String> competencies,
      @NotBlank @Size(max = Title.MAX_SOURCE) String source,
      @NotNull LocalDate from) {

    Standard standard() {
      return new Standard(
          level,
          theory,
          professional,
          competencies == null ? List.of() : competencies.stream().map(NewStandard::upper).toList(),
          source,
          DateOutOfRange.checked("/from", from));
    }

    private static String upper(String code) {
      return code.toUpperCase(Locale.ROOT);
    }
  }

  /**
   * @param on the first day on which nobody is appointed to it any more
   */
  record Retirement(@NotNull LocalDate on) {}

  /** A title with everything that was said of it. */
  record TitleView(
      UUID id,
      long version,
      String code,
      List<Title.Called> names,
      List<Title.Seats> seats,
      List<Standard> standards,
      LocalDate from,
      @Nullable LocalDate retiredOn) {

    static TitleView of(Stored<Title> stored) {
      var title = stored.state();
      return new TitleView(
          stored.id(),
          stored.version(),
          title.code(),
          title.names(),
          title.seats(),
          title.standards(),
          title.from(),
          title.retiredOn());
    }
  }

  @Needs(Role.ADMINISTRATOR)
  @PostMapping
  ResponseEntity<Done> introduce(@Valid @RequestBody NewTitle body, CommandContext by) {
    scope.requireTop(by.sender());
    var from = DateOutOfRange.checked("/from", body.from());
    var seats = body.seats().stream().map(s -> new TitleSeats(s.level(), s.seats())).toList();
    var code = body.code().toUpperCase(Locale.ROOT);
    return CommandAnswers.created(
        store.create(by.newId(), by, () -> Title.introduce(code, body.name(), seats, from)), PATH);
  }

  @Needs(Role.ADMINISTRATOR)
  @PostMapping("/{id}/names")
  ResponseEntity<Done> rename(
      @PathVariable UUID id, @Valid @RequestBody NewName body, CommandContext by) {
    var from = DateOutOfRange.checked("/from", body.from());
    return change(id, by, title -> title.rename(body.name(), from));
  }

  @Needs(Role.ADMINISTRATOR)
  @PostMapping("/{id}/seats")
  ResponseEntity<Done> setSeats(
      @PathVariable UUID id, @Valid @RequestBody NewSeats body, CommandContext by) {
    var from = DateOutOfRange.checked("/from", body.from());
    return change(id, by, title -> title.setSeats(body.level(), body.seats(), from));
  }

  @Needs(Role.ADMINISTRATOR)
  @PostMapping("/{id}/standards")
  ResponseEntity<Done> setStandard(
      @PathVariable UUID id, @Valid @RequestBody NewStandard body, CommandContext by) {
    var standard = body.standard();
    return change(id, by, title -> title.setStandard(standard));
  }

  @Needs(Role.ADMINISTRATOR)
  @PostMapping("/{id}/retirement")
  ResponseEntity<Done> retire(
      @PathVariable UUID id, @Valid @RequestBody Retirement body, CommandContext by) {
    var on = DateOutOfRange.checked("/on", body.on());
    return change(id, by, title -> title.retire(on));
  }

  private ResponseEntity<Done> change(
      UUID id, CommandContext by, Function<Title, Decision<Title>> decide) {
    scope.requireTop(by.sender());
    return CommandAnswers.changed(store.change(id, by, decide));
  }

  /** All titles, by code. */
  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD})
  @GetMapping
  ResponseEntity<Page<TitleView>> list() {
    return Page.of(titles.all().stream().map(TitleView::of).toList(), null);
  }

  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD})
  @GetMapping("/{id}")
  ResponseEntity<TitleView> get(@PathVariable UUID id) {
    var stored = store.get(id);
    return ResponseEntity.ok().eTag(Long.toString(stored.version())).body(TitleView.of(stored));
  }

  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/{id}/history")
  ResponseEntity<Page<HistoryEntry>> history(@PathVariable UUID id) {
    return Page.of(store.history(id), null);
  }
}

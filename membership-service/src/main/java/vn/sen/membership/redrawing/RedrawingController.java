package vn.sen.membership.redrawing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
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
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.org.OrgFollower;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.Stored;
import vn.sen.events.membership.Extent;
import vn.sen.events.membership.RedrawingEvent.CreatedUnit;
import vn.sen.events.membership.RedrawingEvent.Succession;
import vn.sen.events.membership.UnitKind;
import vn.sen.events.membership.UnitLevel;
import vn.sen.membership.orgunit.UnitRules;
import vn.sen.membership.orgunit.Units;

/** Redrawings of the map: one POST is one resolution. */
@RestController
@RequestMapping(RedrawingController.PATH)
class RedrawingController {

  static final String PATH = "/api/membership/redrawings";

  /** Keep the event below the broker's limit of 1 MB. */
  private static final int MAX_UNITS = 1_000;

  private static final int MAX_SUCCESSIONS = 2_500;

  private final AggregateStore<Redrawing> store;
  private final StoredRedrawings redrawings;
  private final Units units;
  private final OrgFollower follower;
  private final Scope scope;

  RedrawingController(
      AggregateStore<Redrawing> store,
      StoredRedrawings redrawings,
      Units units,
      OrgFollower follower,
      Scope scope) {
    this.store = store;
    this.redrawings = redrawings;
    this.units = units;
    this.follower = follower;
    this.scope = scope;
  }

  record NewUnit(
      @NotBlank @Size(max = 80) String key,
      @NotBlank @Size(max = UnitRules.MAX_CODE) String code,
      @NotBlank @Size(max = UnitRules.MAX_NAME) String name,
      @NotNull UnitLevel level,
      @NotNull UnitKind kind,
      @Nullable String parentKey,
      @Nullable UUID parentId) {}

  record NewSuccession(
      @NotNull UUID fromId,
      @NotBlank String toKey,
      @NotNull Extent extent,
      @Nullable @Size(max = RedrawingRules.MAX_TEXT) String note) {}

  record NewRedrawing(
      @NotBlank @Size(max = RedrawingRules.MAX_TEXT) String resolution,
      @NotNull LocalDate effectiveOn,
      @Size(max = MAX_UNITS) @Nullable List<@NotNull @Valid NewUnit> units,
      @Size(max = MAX_SUCCESSIONS) @Nullable List<@NotNull UUID> closes,
      @Size(max = MAX_SUCCESSIONS) @Nullable List<@NotNull @Valid NewSuccession> successions) {

    RedrawMap command() {
      return new RedrawMap(
          resolution,
          effectiveOn,
          orEmpty(units).stream()
              .map(
                  u ->
                      new RedrawMap.NewUnit(
                          u.key(),
                          u.code(),
                          u.name(),
                          u.level(),
                          u.kind(),
                          u.parentKey(),
                          u.parentId()))
              .toList(),
          orEmpty(closes),
          orEmpty(successions).stream()
              .map(s -> new RedrawMap.Succession(s.fromId(), s.toKey(), s.extent(), s.note()))
              .toList());
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
      return list == null ? List.of() : list;
    }
  }

  record UnitId(String key, UUID id) {}

  record Redrawn(UUID id, long version, List<UnitId> units) {}

  record RedrawingView(
      UUID id,
      long version,
      String resolution,
      LocalDate effectiveOn,
      List<CreatedView> units,
      List<UUID> closes,
      List<Succession> successions) {

    static RedrawingView of(Stored<Redrawing> stored) {
      var state = stored.state();
      return new RedrawingView(
          stored.id(),
          stored.version(),
          state.resolution(),
          state.effectiveOn(),
          IntStream.range(0, state.created().size())
              .mapToObj(i -> CreatedView.of(state.unitKeys().get(i), state.created().get(i)))
              .toList(),
          state.closed(),
          state.successions());
    }
  }

  record CreatedView(
      UUID id,
      String key,
      String code,
      String name,
      UnitLevel level,
      UnitKind kind,
      @Nullable UUID parentId) {

    static CreatedView of(String key, CreatedUnit unit) {
      return new CreatedView(
          unit.id(), key, unit.code(), unit.name(), unit.level(), unit.kind(), unit.parentId());
    }
  }

  record Redrawings(List<RedrawingView> items) {}

  @Needs(Role.ADMINISTRATOR)
  @PostMapping
  ResponseEntity<Redrawn> redraw(@Valid @RequestBody NewRedrawing body, CommandContext by) {
    scope.requireTop(by.sender());
    var id = by.newId();
    var committed =
        store.create(
            id,
            by,
            () ->
                Redrawing.decide(
                    id,
                    body.command(),
                    units,
                    (redrawing, key) -> CommandContext.derive(redrawing.toString(), key)));
    var state = store.get(id).state();
    follower.apply(id, committed.version(), state.event());
    return CommandAnswers.created(
        committed, PATH, new Redrawn(id, committed.version(), unitIds(state)));
  }

  private static List<UnitId> unitIds(Redrawing redrawing) {
    return IntStream.range(0, redrawing.created().size())
        .mapToObj(i -> new UnitId(redrawing.unitKeys().get(i), redrawing.created().get(i).id()))
        .toList();
  }

  @Needs({Role.VIEWER, Role.AUDITOR, Role.BANK, Role.DASHBOARD})
  @GetMapping
  Redrawings list() {
    return new Redrawings(redrawings.all().stream().map(RedrawingView::of).toList());
  }

  @Needs({Role.VIEWER, Role.AUDITOR, Role.BANK, Role.DASHBOARD})
  @GetMapping("/{id}")
  ResponseEntity<RedrawingView> get(@PathVariable UUID id) {
    var stored = store.get(id);
    return ResponseEntity.ok().eTag(Long.toString(stored.version())).body(RedrawingView.of(stored));
  }
}

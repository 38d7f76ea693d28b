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
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.command.CommandAnswers;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.HistoryEntry;
import vn.sen.chassis.store.Stored;
import vn.sen.chassis.web.Page;
import vn.sen.events.membership.Extent;
import vn.sen.events.membership.RedrawingEvent.CreatedUnit;
import vn.sen.events.membership.RedrawingEvent.Succession;
import vn.sen.events.membership.UnitKind;
import vn.sen.events.membership.UnitLevel;
import vn.sen.membership.orgunit.UnitRules;

/** Redrawings of the map: one is proposed for each resolution, and another person approves it. */
@RestController
@RequestMapping(RedrawingController.PATH)
class RedrawingController {

  static final String PATH = "/api/membership/redrawings";

  /** Keep the event below the broker's limit of 1 MB. */
  private static final int MAX_UNITS = 1_000;

  private static final int MAX_SUCCESSIONS = 2_500;

  private final RedrawingHandler handler;
  private final AggregateStore<Redrawing> store;

  RedrawingController(RedrawingHandler handler, AggregateStore<Redrawing> store) {
    this.handler = handler;
    this.store = store;
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

  /**
   * @param units the ids of the units it sets up; they exist when it is in force
   */
  record Answered(UUID id, long version, Redrawing.State state, List<UnitId> units) {}

  /**
   * @param author who proposed it
   * @param approver who approved it; null while nobody has
   */
  record RedrawingView(
      UUID id,
      long version,
      Redrawing.State state,
      String author,
      @Nullable String approver,
      String resolution,
      LocalDate effectiveOn,
      List<CreatedView> units,
      List<UUID> closes,
      List<Succession> successions) {

    static RedrawingView of(Stored<Redrawing> stored) {
      var redrawing = stored.state();
      var draft = redrawing.draft();
      return new RedrawingView(
          stored.id(),
          stored.version(),
          redrawing.state(),
          redrawing.author(),
          redrawing instanceof Redrawing.InForce(_, var approval) ? approval.approver() : null,
          draft.resolution(),
          draft.effectiveOn(),
          IntStream.range(0, draft.created().size())
              .mapToObj(i -> CreatedView.of(draft.unitKeys().get(i), draft.created().get(i)))
              .toList(),
          draft.closed(),
          draft.successions());
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

  /** Proposes a redrawing; the map stays as it is until somebody else approves it. */
  @Needs({Role.ADMINISTRATOR, Role.OFFICER})
  @PostMapping
  ResponseEntity<Answered> propose(@Valid @RequestBody NewRedrawing body, CommandContext by) {
    var committed = handler.propose(body.command(), by);
    return CommandAnswers.created(committed, PATH, answered(committed));
  }

  /** Redraws the map. */
  @Needs(Role.APPROVER)
  @PostMapping("/{id}/approval")
  ResponseEntity<Answered> approve(@PathVariable UUID id, CommandContext by) {
    var committed = handler.approve(id, by);
    return CommandAnswers.changed(committed, answered(committed));
  }

  @Needs(Role.APPROVER)
  @PostMapping("/{id}/rejection")
  ResponseEntity<Answered> reject(@PathVariable UUID id, CommandContext by) {
    var committed = handler.reject(id, by);
    return CommandAnswers.changed(committed, answered(committed));
  }

  private Answered answered(Committed committed) {
    var redrawing = store.get(committed.id()).state();
    var draft = redrawing.draft();
    return new Answered(
        committed.id(),
        committed.version(),
        redrawing.state(),
        IntStream.range(0, draft.created().size())
            .mapToObj(i -> new UnitId(draft.unitKeys().get(i), draft.created().get(i).id()))
            .toList());
  }

  @Needs({Role.VIEWER, Role.AUDITOR, Role.BANK, Role.DASHBOARD})
  @GetMapping
  Redrawings list(Caller reader) {
    return new Redrawings(handler.all(reader).stream().map(RedrawingView::of).toList());
  }

  @Needs({Role.VIEWER, Role.AUDITOR, Role.BANK, Role.DASHBOARD})
  @GetMapping("/{id}")
  ResponseEntity<RedrawingView> get(@PathVariable UUID id, Caller reader) {
    var stored = handler.get(id, reader);
    return ResponseEntity.ok().eTag(Long.toString(stored.version())).body(RedrawingView.of(stored));
  }

  /** Who proposed, approved or rejected it, and when. */
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/{id}/history")
  ResponseEntity<Page<HistoryEntry>> history(@PathVariable UUID id, Caller reader) {
    handler.get(id, reader);
    return Page.of(store.history(id), null);
  }
}

package vn.sen.membership.household;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.audit.OnRecord;
import vn.sen.chassis.command.CommandAnswers;
import vn.sen.chassis.command.CommandAnswers.Done;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.HistoryEntry;
import vn.sen.chassis.store.Stored;
import vn.sen.chassis.web.Page;
import vn.sen.membership.orgunit.Units;

/** Households. */
@RestController
@RequestMapping(HouseholdController.PATH)
class HouseholdController {

  static final String PATH = "/api/membership/households";

  private final AggregateStore<Household> store;
  private final Units units;
  private final Scope scope;
  private final Clock clock;

  HouseholdController(AggregateStore<Household> store, Units units, Scope scope, Clock clock) {
    this.store = store;
    this.units = units;
    this.scope = scope;
    this.clock = clock;
  }

  record NewHousehold(
      @NotNull UUID unitId,
      @NotBlank @Size(max = Household.MAX_NAME) String headName,
      @Nullable @Size(max = Household.MAX_ADDRESS) String address) {}

  record Correction(
      @NotBlank @Size(max = Household.MAX_NAME) String headName,
      @Nullable @Size(max = Household.MAX_ADDRESS) String address) {}

  record Move(@NotNull UUID toUnitId, @NotNull LocalDate on) {}

  /**
   * @param members living members of the Union, by id
   */
  record HouseholdView(
      UUID id,
      long version,
      UUID unitId,
      String headName,
      @Nullable String address,
      List<UUID> members) {

    static HouseholdView of(Stored<Household> stored) {
      var household = stored.state();
      return new HouseholdView(
          stored.id(),
          stored.version(),
          household.unitId(),
          household.headName(),
          household.address(),
          List.copyOf(household.members()));
    }
  }

  @Needs(Role.OFFICER)
  @PostMapping
  ResponseEntity<Done> register(@Valid @RequestBody NewHousehold body, CommandContext by) {
    var today = LocalDate.now(clock);
    scope.require(by.sender(), body.unitId(), today, "/unitId");
    var committed =
        store.create(
            by.newId(),
            by,
            () -> Household.register(body.unitId(), body.headName(), body.address(), today, units));
    return CommandAnswers.created(committed, PATH);
  }

  @Needs(Role.OFFICER)
  @PutMapping("/{id}")
  ResponseEntity<Done> correct(
      @PathVariable UUID id, @Valid @RequestBody Correction body, CommandContext by) {
    var today = LocalDate.now(clock);
    return CommandAnswers.changed(
        store.change(
            id,
            by,
            household -> {
              requireInScope(by.sender(), household);
              return household.correct(body.headName(), body.address(), today);
            }));
  }

  @Needs(Role.OFFICER)
  @PostMapping("/{id}/moves")
  ResponseEntity<Done> move(
      @PathVariable UUID id, @Valid @RequestBody Move body, CommandContext by) {
    var today = LocalDate.now(clock);
    return CommandAnswers.changed(
        store.change(
            id,
            by,
            household -> {
              requireInScope(by.sender(), household);
              return household.move(body.toUnitId(), body.on(), today, units);
            }));
  }

  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/{id}")
  ResponseEntity<HouseholdView> get(@PathVariable UUID id, Caller reader, OnRecord record) {
    var stored = inScope(id, reader);
    record.shows(id);
    return ResponseEntity.ok().eTag(Long.toString(stored.version())).body(HouseholdView.of(stored));
  }

  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/{id}/history")
  ResponseEntity<Page<HistoryEntry>> history(
      @PathVariable UUID id, Caller reader, OnRecord record) {
    inScope(id, reader);
    record.shows(id);
    return Page.of(store.history(id), null);
  }

  private Stored<Household> inScope(UUID id, Caller reader) {
    var stored = store.get(id);
    requireInScope(reader, stored.state());
    return stored;
  }

  private void requireInScope(Caller caller, Household household) {
    scope.require(caller, household.unitId(), LocalDate.now(clock), "");
  }
}

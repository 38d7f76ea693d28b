package vn.sen.membership.orgunit;

import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.OutOfScope;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.assignment.Handover;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.org.OrgFollower;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.HistoryEntry;
import vn.sen.chassis.store.NotFound;
import vn.sen.chassis.store.Stored;
import vn.sen.membership.approval.OpenProposal;

/** Carries out commands to org units, and lets this instance's map know at once. */
@Component
class OrgUnitHandler implements OpenProposal.Source {

  private final AggregateStore<Unit> store;
  private final Units units;
  private final Splits splits;
  private final OrgFollower follower;
  private final Scope scope;
  private final Clock clock;

  OrgUnitHandler(
      AggregateStore<Unit> store,
      Units units,
      Splits splits,
      OrgFollower follower,
      Scope scope,
      Clock clock) {
    this.store = store;
    this.units = units;
    this.splits = splits;
    this.follower = follower;
    this.scope = scope;
    this.clock = clock;
  }

  Committed found(CommandContext by, Founding founding) {
    var id = by.newId();
    requireAbove(by.sender(), founding.parentId(), "/parentId");
    var last = new Last();
    var committed = store.create(id, by, () -> last.of(() -> Unit.found(id, founding, units)));
    note(committed, last);
    return committed;
  }

  Committed handle(UUID id, CommandContext by, UnitCommand command) {
    var known = units.unit(id).orElseThrow(() -> new NotFound(id));
    var today = LocalDate.now(clock);
    switch (command) {
      case UnitCommand.ProposeWomen _, UnitCommand.ApproveWomen _, UnitCommand.RejectWomen _ ->
          scope.require(by.sender(), id, today, "");
      case UnitCommand.Follow follow ->
          scope.requireAssigning(
              by.sender(),
              id,
              List.of(),
              splits.into(follow.redrawingId(), follow.successorId()),
              follow.successorId());
      case UnitCommand.Rename _,
          UnitCommand.Close _,
          UnitCommand.StateTrait _,
          UnitCommand.WithdrawTrait _ ->
          requireAbove(by.sender(), known.parentId(), "");
    }
    return decided(id, known, command, by, _ -> {});
  }

  /**
   * Decided for somebody who may: the job that assigns by rule asks whether she does. What the unit
   * follows is asked of itself, for the map may not show yet what was written last.
   */
  void follow(UUID id, Handover handover, CommandContext by) {
    var known = units.unit(id).orElseThrow(() -> new NotFound(id));
    var command = new UnitCommand.Follow(handover.split().redrawingId(), handover.successor());
    decided(id, known, command, by, unit -> handover.requireAsPlanned(id, unit.followed(splits)));
  }

  private Committed decided(
      UUID id, OrgUnit known, UnitCommand command, CommandContext by, Consumer<Unit> check) {
    var today = LocalDate.now(clock);
    var last = new Last();
    var committed =
        store.changeOrBegin(
            id,
            by,
            Unit.setUpByRedrawing(id),
            unit -> {
              check.accept(unit);
              return last.of(() -> unit.decide(command, known, units, splits, today));
            });
    note(committed, last);
    return committed;
  }

  /**
   * A unit is set up, named, closed, and its locality described, by those above it; a province by
   * the whole Union.
   */
  private void requireAbove(Caller caller, @Nullable UUID parent, String pointer) {
    if (parent != null) {
      scope.require(caller, parent, LocalDate.now(clock), pointer);
    } else if (!scope.reach(caller).everything()) {
      throw new OutOfScope(pointer);
    }
  }

  /** The unit's own state; version 0 while nothing but a redrawing has happened to it. */
  Stored<Unit> stored(UUID id) {
    return store.find(id).orElseGet(() -> new Stored<>(id, 0, Unit.setUpByRedrawing(id)));
  }

  /** Empty while nothing but a redrawing has happened to the unit. */
  List<HistoryEntry> history(UUID id, Caller reader) {
    units.unit(id).orElseThrow(() -> new NotFound(id));
    scope.require(reader, id, LocalDate.now(clock), "");
    return store.find(id).isPresent() ? store.history(id) : List.of();
  }

  @Override
  public List<OpenProposal> openTo(Caller reader) {
    var today = LocalDate.now(clock);
    return store
        .documents()
        .find(Filters.eq("ix." + OrgUnitConfiguration.PROPOSES, true))
        .map(store::stored)
        .into(new ArrayList<>())
        .stream()
        .filter(unit -> scope.covers(reader, unit.id(), List.of(), today))
        .flatMap(OrgUnitHandler::open)
        .toList();
  }

  private static Stream<OpenProposal> open(Stored<Unit> unit) {
    return unit.state().proposedWomen().stream()
        .map(
            proposal ->
                new OpenProposal(
                    OpenProposal.Kind.WOMEN_COUNT,
                    unit.id(),
                    unit.version(),
                    proposal.author(),
                    "%s/%s/women-counts/%s/%s"
                        .formatted(
                            OrgUnitController.PATH,
                            unit.id(),
                            proposal.content().definition(),
                            proposal.content().asOf())));
  }

  private void note(Committed committed, Last last) {
    var decision = last.decision;
    if (!committed.replayed() && decision != null && !decision.events().isEmpty()) {
      follower.apply(committed.id(), committed.version(), decision.events().getLast());
    }
  }

  /**
   * Remembers the decision that was written: a command may be decided again when another one was
   * faster.
   */
  private static final class Last {
    private @Nullable Decision<Unit> decision;

    Decision<Unit> of(Supplier<Decision<Unit>> decide) {
      var decided = decide.get();
      decision = decided;
      return decided;
    }
  }
}

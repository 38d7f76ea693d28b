package vn.sen.membership.redrawing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.OutOfScope;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.approval.Proposal;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.org.OrgFollower;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.Stored;
import vn.sen.events.DomainEvent;
import vn.sen.membership.orgunit.Units;

/** Carries out commands to redrawings, and lets this instance's map know at once. */
@Component
class RedrawingHandler {

  private final AggregateStore<Redrawing> store;
  private final StoredRedrawings redrawings;
  private final Units units;
  private final OrgFollower follower;
  private final Scope scope;
  private final Clock clock;

  RedrawingHandler(
      AggregateStore<Redrawing> store,
      StoredRedrawings redrawings,
      Units units,
      OrgFollower follower,
      Scope scope,
      Clock clock) {
    this.store = store;
    this.redrawings = redrawings;
    this.units = units;
    this.follower = follower;
    this.scope = scope;
    this.clock = clock;
  }

  Committed propose(RedrawMap command, CommandContext by) {
    scope.requireTop(by.sender());
    var id = by.newId();
    var happened = new AtomicReference<DomainEvent>();
    var committed =
        store.create(
            id,
            by,
            () -> {
              var proposal = new Proposal<>(command, by.actor());
              var decision = Redrawing.propose(proposal, units, unitIds(id), today());
              requireCovers(by.sender(), decision.state().draft());
              return remembering(happened, decision);
            });
    note(committed, happened);
    return committed;
  }

  Committed approve(UUID id, CommandContext by) {
    return change(id, by, redrawing -> redrawing.approve(by.actor(), units, unitIds(id)));
  }

  Committed reject(UUID id, CommandContext by) {
    return change(id, by, redrawing -> redrawing.reject(by.actor(), today()));
  }

  private Committed change(
      UUID id, CommandContext by, Function<Redrawing, Decision<Redrawing>> decide) {
    scope.requireTop(by.sender());
    var happened = new AtomicReference<DomainEvent>();
    var committed =
        store.change(
            id,
            by,
            redrawing -> {
              requireCovers(by.sender(), redrawing.draft());
              return remembering(happened, decide.apply(redrawing));
            });
    note(committed, happened);
    return committed;
  }

  private static Function<String, UUID> unitIds(UUID redrawing) {
    return key -> CommandContext.derive(redrawing.toString(), key);
  }

  private static Decision<Redrawing> remembering(
      AtomicReference<DomainEvent> happened, Decision<Redrawing> decision) {
    happened.set(decision.events().getLast());
    return decision;
  }

  private void note(Committed committed, AtomicReference<DomainEvent> happened) {
    var event = happened.get();
    if (!committed.replayed() && event != null) {
      follower.apply(committed.id(), committed.version(), event);
    }
  }

  private void requireCovers(Caller caller, Draft draft) {
    if (!covers(caller, draft)) {
      throw new OutOfScope("");
    }
  }

  /** Whether all that a draft changes lies within the caller's reach. */
  private boolean covers(Caller caller, Draft draft) {
    var concerned = draft.concerned();
    return concerned.isEmpty()
        ? scope.reach(caller).everything()
        : concerned.stream().allMatch(unit -> scope.covers(caller, unit, List.of(), today()));
  }

  /** A redrawing; what is not in force is shown only to those whose units it would change. */
  Stored<Redrawing> get(UUID id, Caller reader) {
    var stored = store.get(id);
    if (!isVisible(stored.state(), reader)) {
      throw new OutOfScope("");
    }
    return stored;
  }

  List<Stored<Redrawing>> all(Caller reader) {
    return redrawings.all().stream().filter(r -> isVisible(r.state(), reader)).toList();
  }

  private boolean isVisible(Redrawing redrawing, Caller reader) {
    return redrawing instanceof Redrawing.InForce || covers(reader, redrawing.draft());
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}

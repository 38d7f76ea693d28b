package vn.sen.membership.member;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.HistoryEntry;
import vn.sen.chassis.store.Stored;
import vn.sen.membership.orgunit.Splits;
import vn.sen.membership.orgunit.Units;

/** Carries out commands to members. */
@Component
class MemberHandler {

  private final AggregateStore<Member> store;
  private final Units units;
  private final Splits splits;
  private final KnownHouseholds households;
  private final Scope scope;
  private final Tombstones tombstones;
  private final Clock clock;

  MemberHandler(
      AggregateStore<Member> store,
      Units units,
      Splits splits,
      KnownHouseholds households,
      Tombstones tombstones,
      Scope scope,
      Clock clock) {
    this.tombstones = tombstones;
    this.store = store;
    this.units = units;
    this.splits = splits;
    this.households = households;
    this.scope = scope;
    this.clock = clock;
  }

  /**
   * @param afterErasure whether the officer knows that somebody like her had her data erased
   */
  Committed begin(CommandContext by, MemberCommand.Beginning command, boolean afterErasure) {
    scope.require(by.sender(), command.unitId(), today(), "/unitId");
    return store.create(
        by.newId(),
        by,
        () -> {
          requireHousehold(
              switch (command) {
                case MemberCommand.Propose c -> c.householdId();
                case MemberCommand.Register c -> c.householdId();
              });
          var decision = decider().begin(command);
          if (!afterErasure) {
            tombstones.requireNone(decision.state());
          }
          return decision;
        });
  }

  Committed handle(UUID id, CommandContext by, MemberCommand command) {
    return store.change(
        id,
        by,
        member -> {
          if (command instanceof MemberCommand.Follow follow) {
            requireAssigning(by.sender(), member, follow);
          } else {
            requireInScope(by.sender(), member);
          }
          requireReceivingInScope(by.sender(), command);
          if (command instanceof MemberCommand.ChangeHousehold c) {
            requireHousehold(c.householdId());
          }
          return decider().decide(member, command);
        });
  }

  /** A member's record as the reader may see it: who only audits her unit sees it masked. */
  MemberView view(UUID id, Caller reader) {
    var stored = get(id, reader);
    var member = stored.state();
    var view = MemberView.of(id, stored.version(), member);
    boolean plain =
        scope.covers(
            reader.acting(Set.of(Role.VIEWER)), member.currentUnit(), member.currentVia(), today());
    return plain ? view : view.masked();
  }

  private Stored<Member> get(UUID id, Caller reader) {
    var stored = store.get(id);
    requireInScope(reader, stored.state());
    return stored;
  }

  List<HistoryEntry> history(UUID id, Caller reader) {
    get(id, reader);
    return store.history(id);
  }

  /** Between units that one officer does not reach both, the receiving one asks for the member. */
  private void requireReceivingInScope(Caller caller, MemberCommand command) {
    switch (command) {
      case MemberCommand.Readmit c -> scope.require(caller, c.unitId(), today(), "/unitId");
      case MemberCommand.Transfer c -> scope.require(caller, c.toUnitId(), today(), "/toUnitId");
      default -> {
        // stays where she is
      }
    }
  }

  private void requireAssigning(Caller caller, Member member, MemberCommand.Follow follow) {
    scope.requireAssigning(
        caller,
        member.currentUnit(),
        member.currentVia(),
        splits.into(follow.redrawingId(), follow.successorId()),
        follow.successorId());
  }

  private void requireInScope(Caller caller, Member member) {
    scope.require(caller, member.currentUnit(), member.currentVia(), today(), "");
  }

  private Decider decider() {
    return new Decider(units, splits, today());
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private void requireHousehold(@Nullable UUID household) {
    if (household != null && !households.exists(household)) {
      throw new MemberRules.HouseholdUnknown();
    }
  }
}

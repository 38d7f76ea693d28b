package vn.sen.membership.member;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.membership.orgunit.Splits;
import vn.sen.membership.orgunit.Units;

/** Carries out commands to members. */
@Component
class MemberHandler {

  private final AggregateStore<Member> store;
  private final Units units;
  private final Splits splits;
  private final KnownHouseholds households;
  private final Tombstones tombstones;
  private final Clock clock;

  MemberHandler(
      AggregateStore<Member> store,
      Units units,
      Splits splits,
      KnownHouseholds households,
      Tombstones tombstones,
      Clock clock) {
    this.tombstones = tombstones;
    this.store = store;
    this.units = units;
    this.splits = splits;
    this.households = households;
    this.clock = clock;
  }

  /**
   * @param afterErasure whether the officer knows that somebody like her had her data erased
   */
  Committed begin(CommandContext by, MemberCommand.Beginning command, boolean afterErasure) {
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
          if (command instanceof MemberCommand.ChangeHousehold c) {
            requireHousehold(c.householdId());
          }
          return decider().decide(member, command);
        });
  }

  private Decider decider() {
    return new Decider(units, splits, LocalDate.now(clock));
  }

  private void requireHousehold(@Nullable UUID household) {
    if (household != null && !households.exists(household)) {
      throw new MemberRules.HouseholdUnknown();
    }
  }
}

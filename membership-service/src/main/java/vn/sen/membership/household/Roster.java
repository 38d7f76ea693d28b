package vn.sen.membership.household;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.consume.DomainEventHandler;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventRecord;
import vn.sen.events.membership.MemberEvent.MemberAdmitted;
import vn.sen.events.membership.MemberEvent.MemberHouseholdChanged;
import vn.sen.events.membership.MemberEvent.MemberLeft;
import vn.sen.events.membership.MemberEvent.MemberReadmitted;
import vn.sen.events.membership.MemberEvent.MemberRegistered;
import vn.sen.events.membership.MemberEvent.MemberWithdrawn;
import vn.sen.membership.member.Member;

/**
 * The process that keeps the households' rosters: what happens to a member makes a command to the
 * households concerned. The member's present state decides, so an event that comes twice, or late,
 * leads to the same roster.
 */
@Component
class Roster implements DomainEventHandler {

  static final String GROUP = "membership.households";

  private final AggregateStore<Household> households;
  private final AggregateStore<Member> members;

  Roster(AggregateStore<Household> households, AggregateStore<Member> members) {
    this.households = households;
    this.members = members;
  }

  @Override
  public boolean concerns(DomainEvent event) {
    return switch (event) {
      case MemberRegistered e -> e.householdId() != null;
      case MemberWithdrawn e -> e.householdId() != null;
      case MemberAdmitted _, MemberReadmitted _, MemberLeft _, MemberHouseholdChanged _ -> true;
      default -> false;
    };
  }

  @Override
  public void on(EventRecord envelope, DomainEvent event) {
    var member = members.get(envelope.subject()).state();
    for (var household : concerned(member, event)) {
      boolean lives =
          member instanceof Member.Active active && household.equals(active.householdId());
      households.change(
          household,
          CommandContext.process(GROUP, envelope.id() + "/" + household),
          h ->
              lives
                  ? h.memberJoined(envelope.subject(), event.effectiveDate())
                  : h.memberLeft(envelope.subject(), event.effectiveDate()));
    }
  }

  private static Set<UUID> concerned(Member member, DomainEvent event) {
    var concerned = new LinkedHashSet<UUID>();
    if (member instanceof Member.Enrolled enrolled) {
      add(concerned, enrolled.householdId());
    }
    if (event instanceof MemberWithdrawn withdrawn) {
      add(concerned, withdrawn.householdId());
    }
    if (event instanceof MemberHouseholdChanged change) {
      add(concerned, change.fromHouseholdId());
      add(concerned, change.toHouseholdId());
    }
    return concerned;
  }

  private static void add(Set<UUID> concerned, @Nullable UUID household) {
    if (household != null) {
      concerned.add(household);
    }
  }
}

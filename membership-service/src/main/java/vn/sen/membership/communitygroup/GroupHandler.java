package vn.sen.membership.communitygroup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.store.Stored;
import vn.sen.events.membership.GroupClosingReason;
import vn.sen.membership.communitygroup.CommunityGroup.Meeting;
import vn.sen.membership.communitygroup.CommunityGroup.Registration;
import vn.sen.membership.member.MemberRecords;
import vn.sen.membership.orgunit.Splits;
import vn.sen.membership.orgunit.Units;

/** Carries out officers' commands to community groups. */
@Component
class GroupHandler {

  private final CommunityGroups groups;
  private final GroupTypes types;
  private final MemberRecords members;
  private final Units units;
  private final Splits splits;
  private final Scope scope;
  private final Clock clock;

  GroupHandler(
      CommunityGroups groups,
      GroupTypes types,
      MemberRecords members,
      Units units,
      Splits splits,
      Scope scope,
      Clock clock) {
    this.groups = groups;
    this.types = types;
    this.members = members;
    this.units = units;
    this.splits = splits;
    this.scope = scope;
    this.clock = clock;
  }

  /**
   * What is to be registered of a group.
   *
   * @param type the code of its type
   */
  record Wanted(
      String type, String name, UUID unitId, LocalDate foundedOn, List<GroupType.Value> values) {}

  Committed found(Wanted wanted, @Nullable String programme, CommandContext by) {
    scope.require(by.sender(), wanted.unitId(), wanted.foundedOn(), "/unitId");
    return groups.create(by, () -> CommunityGroup.found(registration(wanted), programme));
  }

  Committed correct(UUID id, Wanted wanted, CommandContext by) {
    return change(
        id,
        by,
        group -> {
          scope.require(by.sender(), wanted.unitId(), wanted.foundedOn(), "/unitId");
          return group.correct(registration(wanted));
        });
  }

  private Registration registration(Wanted wanted) {
    var type = types.byCode(wanted.type()).orElseThrow(GroupRules.GroupTypeUnknown::new);
    return CommunityGroup.register(
        type, wanted.name(), wanted.unitId(), wanted.foundedOn(), wanted.values(), units, today());
  }

  Committed sponsor(UUID id, @Nullable String programme, LocalDate from, CommandContext by) {
    return change(id, by, group -> group.sponsor(programme, from, today()));
  }

  Committed join(UUID id, List<UUID> joining, LocalDate on, CommandContext by) {
    return change(
        id,
        by,
        group -> {
          var known = members.membersOn(joining, by.sender(), on);
          requireMembers(joining, known, on, "/memberIds/");
          return group.join(joining, on, today());
        });
  }

  Committed leave(UUID id, UUID member, LocalDate on, CommandContext by) {
    return change(id, by, group -> group.leave(member, on, today()));
  }

  Committed correctStay(
      UUID id, UUID member, LocalDate joinedOn, @Nullable LocalDate leftOn, CommandContext by) {
    return change(
        id,
        by,
        group -> {
          var decision = group.correctStay(member, joinedOn, leftOn, today());
          boolean never = joinedOn.equals(leftOn);
          if (!never && !hasJoinedOn(group, member, joinedOn)) {
            requireMember(member, joinedOn);
          }
          return decision;
        });
  }

  private static boolean hasJoinedOn(CommunityGroup group, UUID member, LocalDate day) {
    return group.stays().stream()
        .anyMatch(stay -> stay.memberId().equals(member) && stay.joinedOn().equals(day));
  }

  /** She is known to the group, and need not be in the officer's reach any more. */
  private void requireMember(UUID member, LocalDate joinedOn) {
    if (members.membersOn(List.of(member), joinedOn).isEmpty()) {
      throw new GroupRules.NoMemberThen("/joinedOn", joinedOn);
    }
  }

  Committed stateOthers(UUID id, int count, LocalDate from, CommandContext by) {
    return change(id, by, group -> group.stateOthers(count, from, today()));
  }

  Committed meet(UUID id, Meeting meeting, CommandContext by) {
    return change(
        id,
        by,
        group -> {
          var attendees = attendees(group.meeting(meeting.id()), meeting, by.sender());
          requireMembers(meeting.attended(), attendees, meeting.on(), "/attended/");
          return group.meet(meeting, today());
        });
  }

  /**
   * Those who may have come. Who was told to have come before need not be in the officer's reach
   * any more, but was a member on the day, if that is another one now.
   */
  private Set<UUID> attendees(Optional<Meeting> before, Meeting meeting, Caller caller) {
    var known = before.map(Meeting::attended).orElse(List.of());
    var fresh = meeting.attended().stream().filter(m -> !known.contains(m)).toList();
    var attendees = new HashSet<>(members.membersOn(fresh, caller, meeting.on()));
    boolean sameDay = before.filter(m -> m.on().equals(meeting.on())).isPresent();
    attendees.addAll(sameDay ? known : members.membersOn(known, meeting.on()));
    return attendees;
  }

  Committed cancelMeeting(UUID id, UUID meeting, CommandContext by) {
    return change(id, by, group -> group.cancelMeeting(meeting));
  }

  Committed follow(UUID id, UUID redrawingId, UUID successorId, CommandContext by) {
    return groups.change(
        id,
        by,
        group -> {
          scope.requireAssigning(
              by.sender(),
              group.unitId(),
              group.via(),
              splits.into(redrawingId, successorId),
              successorId);
          return group.follow(redrawingId, successorId, units, splits);
        });
  }

  Committed close(
      UUID id, GroupClosingReason reason, @Nullable String note, LocalDate on, CommandContext by) {
    return change(id, by, group -> group.close(reason, note, on, today()));
  }

  Committed cancelClosing(UUID id, CommandContext by) {
    return change(id, by, CommunityGroup::cancelClosing);
  }

  /**
   * @throws vn.sen.chassis.access.OutOfScope if it is none of the reader's units (403)
   */
  Stored<CommunityGroup> get(UUID id, Caller reader) {
    var stored = groups.get(id);
    requireInScope(reader, stored.state());
    return stored;
  }

  boolean isInScope(Caller caller, CommunityGroup group) {
    return scope.covers(caller, group.unitId(), group.via(), today());
  }

  private Committed change(
      UUID id, CommandContext by, Function<CommunityGroup, Decision<CommunityGroup>> decide) {
    return groups.change(
        id,
        by,
        group -> {
          requireInScope(by.sender(), group);
          return decide.apply(group);
        });
  }

  private void requireInScope(Caller caller, CommunityGroup group) {
    scope.require(caller, group.unitId(), group.via(), today(), "");
  }

  private static void requireMembers(
      List<UUID> people, Set<UUID> known, LocalDate day, String pointer) {
    for (int i = 0; i < people.size(); i++) {
      if (!known.contains(people.get(i))) {
        throw new GroupRules.NoMemberThen(pointer + i, day);
      }
    }
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}

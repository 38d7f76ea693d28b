package vn.sen.membership.communitygroup;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.consume.DomainEventHandler;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventRecord;
import vn.sen.events.membership.CommunityGroupEvent.GroupMembersJoined;
import vn.sen.events.membership.CommunityGroupEvent.GroupStayCorrected;
import vn.sen.membership.member.MemberRecords;

/**
 * The other half of {@link Departures}: who is told to have joined a group only when she has left
 * the Union, or is leaving it at the same moment, drops out on the day she left.
 */
@Component
class Joins implements DomainEventHandler {

  static final String GROUP = "membership.group-joins";

  private final CommunityGroups groups;
  private final MemberRecords members;

  Joins(CommunityGroups groups, MemberRecords members) {
    this.groups = groups;
    this.members = members;
  }

  @Override
  public boolean concerns(DomainEvent event) {
    return event instanceof GroupMembersJoined || event instanceof GroupStayCorrected;
  }

  @Override
  public void on(EventRecord envelope, DomainEvent event) {
    for (var member : told(event)) {
      var by = CommandContext.process(GROUP, envelope.id() + "/" + member);
      members
          .goneSince(member)
          .ifPresent(
              day -> groups.change(envelope.subject(), by, group -> group.gone(member, day)));
    }
  }

  private static List<UUID> told(DomainEvent event) {
    return switch (event) {
      case GroupMembersJoined joined -> joined.memberIds();
      case GroupStayCorrected corrected -> List.of(corrected.memberId());
      default -> List.of();
    };
  }
}

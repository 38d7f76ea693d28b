package vn.sen.membership.communitygroup;

import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.consume.DomainEventHandler;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventRecord;
import vn.sen.events.membership.MemberEvent.MemberLeft;
import vn.sen.events.membership.MemberEvent.MemberWithdrawn;
import vn.sen.membership.member.MemberRecords;

/**
 * The process by which a member who left the Union or died drops out of her groups on that day; one
 * whose record was withdrawn, from the first day. An event that comes twice finds her gone.
 */
@Component
class Departures implements DomainEventHandler {

  static final String GROUP = "membership.groups";

  private final CommunityGroups groups;
  private final MemberRecords members;

  Departures(CommunityGroups groups, MemberRecords members) {
    this.groups = groups;
    this.members = members;
  }

  @Override
  public boolean concerns(DomainEvent event) {
    return event instanceof MemberLeft || event instanceof MemberWithdrawn;
  }

  @Override
  public void on(EventRecord envelope, DomainEvent event) {
    var member = envelope.subject();
    for (var group : groups.naming(member)) {
      var by = CommandContext.process(GROUP, envelope.id() + "/" + group.id());
      groups.change(
          group.id(),
          by,
          known ->
              members
                  .goneSince(member)
                  .map(day -> known.gone(member, day))
                  .orElseGet(() -> known.leftForATime(member, event.effectiveDate())));
    }
  }
}

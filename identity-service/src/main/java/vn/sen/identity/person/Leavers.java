package vn.sen.identity.person;

import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.consume.DomainEventHandler;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventRecord;
import vn.sen.events.membership.MemberEvent.MemberLeft;

/**
 * The process that ends what a member was appointed to when she leaves the Union or dies. Somebody
 * who comes back is appointed anew.
 */
@Component
class Leavers implements DomainEventHandler {

  static final String GROUP = "identity.leavers";

  private final People people;

  Leavers(People people) {
    this.people = people;
  }

  @Override
  public boolean concerns(DomainEvent event) {
    return event instanceof MemberLeft;
  }

  @Override
  public void on(EventRecord envelope, DomainEvent event) {
    for (var person : people.ofMember(envelope.subject())) {
      people.handle(
          person,
          CommandContext.process(GROUP, envelope.id() + "/" + person),
          new PersonCommand.LeaveTheUnion(event.effectiveDate()));
    }
  }
}

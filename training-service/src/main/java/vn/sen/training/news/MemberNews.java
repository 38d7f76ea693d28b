package vn.sen.training.news;

import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.consume.DomainEventHandler;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventRecord;
import vn.sen.events.membership.MemberEvent;
import vn.sen.events.membership.MemberEvent.MemberAssigned;
import vn.sen.events.membership.MemberEvent.MemberErased;
import vn.sen.training.people.KnownPeople;
import vn.sen.training.trainingclass.Classes;

/**
 * Keeps the copy of members up to date. Whoever a split assigned to a successor counts there with
 * all she attended.
 */
@Component
class MemberNews implements DomainEventHandler {

  static final String GROUP = "training.members";

  private final KnownPeople people;
  private final Classes classes;

  MemberNews(KnownPeople people, Classes classes) {
    this.people = people;
    this.classes = classes;
  }

  @Override
  public boolean concerns(DomainEvent event) {
    return event instanceof MemberErased
        || event instanceof MemberEvent told && !told.changes().isEmpty();
  }

  @Override
  public void on(EventRecord envelope, DomainEvent event) {
    var member = envelope.subject();
    switch (event) {
      case MemberErased _ -> people.forget(member, envelope.sequence());
      case MemberAssigned e -> {
        people.note(member, envelope.sequence(), e.changes());
        for (var id : classes.of(member)) {
          classes.change(
              id,
              CommandContext.process(GROUP, envelope.id() + "/" + id),
              known -> known.assignParticipant(member, e.successorId(), e.on()));
        }
      }
      case MemberEvent e -> people.note(member, envelope.sequence(), e.changes());
      default -> throw new IllegalArgumentException("No news: " + envelope.type());
    }
  }
}

package vn.sen.training.news;

import org.springframework.stereotype.Component;
import vn.sen.chassis.consume.DomainEventHandler;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventRecord;
import vn.sen.events.membership.PostEvent.PersonAppointed;
import vn.sen.events.membership.PostEvent.TermCorrected;
import vn.sen.events.membership.PostEvent.TermEnded;
import vn.sen.events.membership.PostEvent.TermWithdrawn;
import vn.sen.training.people.KnownPeople;

/** Keeps the copy of posts up to date. */
@Component
class PostNews implements DomainEventHandler {

  static final String GROUP = "training.posts";

  private final KnownPeople people;

  PostNews(KnownPeople people) {
    this.people = people;
  }

  @Override
  public boolean concerns(DomainEvent event) {
    return switch (event) {
      case PersonAppointed _, TermCorrected _, TermEnded _, TermWithdrawn _ -> true;
      default -> false;
    };
  }

  @Override
  public void on(EventRecord envelope, DomainEvent event) {
    switch (event) {
      case PersonAppointed e ->
          people.noteTerm(
              new KnownPeople.Term(
                  e.termId(), e.personId(), e.titleId(), e.unitId(), e.from(), null));
      case TermCorrected e ->
          people.noteTerm(
              new KnownPeople.Term(
                  e.termId(), e.personId(), e.titleId(), e.unitId(), e.from(), e.endedOn()));
      case TermEnded e -> people.endTerm(e.termId(), e.on());
      case TermWithdrawn e -> people.withdrawTerm(e.termId());
      default -> throw new IllegalArgumentException("No news: " + envelope.type());
    }
  }
}

package vn.sen.training.news;

import org.springframework.stereotype.Component;
import vn.sen.chassis.consume.DomainEventHandler;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventRecord;
import vn.sen.events.membership.TitleEvent.TitleStandardSet;
import vn.sen.training.people.KnownTitles;

/** Keeps the copy of what titles demand up to date. */
@Component
class TitleNews implements DomainEventHandler {

  static final String GROUP = "training.titles";

  private final KnownTitles titles;

  TitleNews(KnownTitles titles) {
    this.titles = titles;
  }

  @Override
  public boolean concerns(DomainEvent event) {
    return event instanceof TitleStandardSet;
  }

  @Override
  public void on(EventRecord envelope, DomainEvent event) {
    if (event instanceof TitleStandardSet set) {
      titles.note(envelope.subject(), set.level(), set.competencies(), set.from());
    }
  }
}

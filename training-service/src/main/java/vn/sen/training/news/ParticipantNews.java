package vn.sen.training.news;

import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.consume.DomainEventHandler;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventRecord;
import vn.sen.events.training.ParticipantEvent.ParticipantErased;
import vn.sen.training.certificate.Certificates;

/** Whoever had her or his name erased is on no certificate any more. */
@Component
class ParticipantNews implements DomainEventHandler {

  static final String GROUP = "training.participants";

  private final Certificates certificates;

  ParticipantNews(Certificates certificates) {
    this.certificates = certificates;
  }

  @Override
  public boolean concerns(DomainEvent event) {
    return event instanceof ParticipantErased;
  }

  @Override
  public void on(EventRecord envelope, DomainEvent event) {
    certificates.erase(
        envelope.subject(),
        envelope.effectiveDate(),
        id -> CommandContext.process(GROUP, envelope.id() + "/" + id));
  }
}

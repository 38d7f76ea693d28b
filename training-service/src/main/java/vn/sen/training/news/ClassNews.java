package vn.sen.training.news;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.consume.DomainEventHandler;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventRecord;
import vn.sen.events.training.ClassEvent.ResultsRecorded;
import vn.sen.training.competency.Competencies;

/** Who passes a class is competent in what its course gives, until the result is corrected. */
@Component
class ClassNews implements DomainEventHandler {

  static final String GROUP = "training.classes";

  private final Competencies competencies;

  ClassNews(Competencies competencies) {
    this.competencies = competencies;
  }

  @Override
  public boolean concerns(DomainEvent event) {
    return event instanceof ResultsRecorded;
  }

  @Override
  public void on(EventRecord envelope, DomainEvent event) {
    if (event instanceof ResultsRecorded results) {
      for (var result : results.results()) {
        competencies.result(envelope.subject(), results, result, by(envelope, result.personId()));
      }
    }
  }

  private static CommandContext by(EventRecord envelope, UUID person) {
    return CommandContext.process(GROUP, envelope.id() + "/" + person);
  }
}

package vn.sen.training.news;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.consume.DomainEventHandler;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventRecord;
import vn.sen.events.training.ClassEvent.ResultsRecorded;
import vn.sen.training.certificate.Certificates;
import vn.sen.training.competency.Competencies;

/**
 * Who passes a class is competent in what its course gives. Where the result is corrected, she is
 * not, and her certificate is not valid.
 */
@Component
class ClassNews implements DomainEventHandler {

  static final String GROUP = "training.classes";

  private final Competencies competencies;
  private final Certificates certificates;
  private final Clock clock;

  ClassNews(Competencies competencies, Certificates certificates, Clock clock) {
    this.competencies = competencies;
    this.certificates = certificates;
    this.clock = clock;
  }

  @Override
  public boolean concerns(DomainEvent event) {
    return event instanceof ResultsRecorded;
  }

  @Override
  public void on(EventRecord envelope, DomainEvent event) {
    if (event instanceof ResultsRecorded results) {
      for (var result : results.results()) {
        var person = result.personId();
        competencies.result(envelope.subject(), results, result, by(envelope, person));
        if (!result.passed()) {
          var today = LocalDate.now(clock);
          certificates.notPassed(envelope.subject(), person, today, id -> by(envelope, id));
        }
      }
    }
  }

  private static CommandContext by(EventRecord envelope, UUID about) {
    return CommandContext.process(GROUP, envelope.id() + "/" + about);
  }
}

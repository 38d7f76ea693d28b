package vn.sen.training.news;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.consume.DomainEventHandler;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventRecord;
import vn.sen.events.training.ClassEvent.ParticipantsEnrolled;
import vn.sen.events.training.ClassEvent.ResultsRecorded;
import vn.sen.events.training.ClassResult;
import vn.sen.training.certificate.Certificates;
import vn.sen.training.competency.Competencies;
import vn.sen.training.nomination.Nominations;
import vn.sen.training.trainingclass.Classes;
import vn.sen.training.trainingclass.Seat;

/**
 * Who passes a class is competent in what its course gives. Where the result is corrected, she is
 * not, and her certificate is not valid. Whose nomination was accepted, and who is enrolled now,
 * has come to where the nomination led.
 */
@Component
class ClassNews implements DomainEventHandler {

  static final String GROUP = "training.classes";

  private final Competencies competencies;
  private final Certificates certificates;
  private final Nominations nominations;
  private final Classes classes;
  private final Clock clock;

  ClassNews(
      Competencies competencies,
      Certificates certificates,
      Nominations nominations,
      Classes classes,
      Clock clock) {
    this.competencies = competencies;
    this.certificates = certificates;
    this.nominations = nominations;
    this.classes = classes;
    this.clock = clock;
  }

  @Override
  public boolean concerns(DomainEvent event) {
    return event instanceof ResultsRecorded || event instanceof ParticipantsEnrolled;
  }

  @Override
  public void on(EventRecord envelope, DomainEvent event) {
    switch (event) {
      case ResultsRecorded results ->
          results.results().forEach(result -> took(envelope, results, result));
      case ParticipantsEnrolled enrolled -> enrolled(envelope, enrolled);
      default -> throw new IllegalArgumentException("No news: " + envelope.type());
    }
  }

  private void took(EventRecord envelope, ResultsRecorded results, ClassResult result) {
    var classId = envelope.subject();
    var person = result.personId();
    competencies.result(classId, results, result, by(envelope, person));
    if (!result.passed() && !passesNow(classId, person)) {
      certificates.notPassed(classId, person, LocalDate.now(clock), id -> by(envelope, id));
    }
  }

  /** News that comes late, or once more, takes no certificate from who has passed since. */
  private boolean passesNow(UUID classId, UUID person) {
    return classes.get(classId).state().roll().seat(person).filter(Seat::passed).isPresent();
  }

  private void enrolled(EventRecord envelope, ParticipantsEnrolled enrolled) {
    var classId = envelope.subject();
    var courseId = classes.get(classId).state().outline().plan().courseId();
    for (var participant : enrolled.participants()) {
      nominations.enrolled(
          participant.personId(), courseId, classId, enrolled.on(), id -> by(envelope, id));
    }
  }

  private static CommandContext by(EventRecord envelope, UUID about) {
    return CommandContext.process(GROUP, envelope.id() + "/" + about);
  }
}

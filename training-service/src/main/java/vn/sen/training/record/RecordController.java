package vn.sen.training.record;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.OutOfScope;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.audit.OnRecord;
import vn.sen.chassis.store.Stored;
import vn.sen.events.training.Grade;
import vn.sen.training.certificate.Certificates;
import vn.sen.training.certificate.Certificates.Held;
import vn.sen.training.participant.Directory;
import vn.sen.training.trainingclass.Classes;
import vn.sen.training.trainingclass.TrainingClass;

/** What one person has done in training, over HTTP. */
@RestController
@RequestMapping("/api/training/people")
class RecordController {

  private final Classes classes;
  private final Certificates certificates;
  private final Directory directory;
  private final Clock clock;

  RecordController(Classes classes, Certificates certificates, Directory directory, Clock clock) {
    this.classes = classes;
    this.certificates = certificates;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * A class in which she takes part.
   *
   * @param unitId the organiser
   * @param present the numbers of the sessions at which she was
   * @param passed absent while nothing was said
   */
  record ClassTaken(
      UUID classId,
      UUID courseId,
      UUID unitId,
      TrainingClass.Status status,
      LocalDate begin,
      LocalDate end,
      List<Integer> present,
      @Nullable Boolean passed,
      @Nullable Grade grade) {}

  /** What somebody has done in training, the oldest first. */
  record RecordView(UUID personId, List<ClassTaken> classes, List<Held> certificates) {}

  /** The classes of a person and her certificates, wherever she belonged then. */
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/{id}")
  RecordView of(@PathVariable UUID id, Caller reader, OnRecord record) {
    if (!directory.isSeenBy(reader, id, LocalDate.now(clock))) {
      throw new OutOfScope("");
    }
    record.shows(id);
    var taken =
        classes.of(id).stream()
            .map(classes::get)
            .flatMap(stored -> taken(stored, id))
            .sorted(Comparator.comparing(ClassTaken::begin))
            .toList();
    return new RecordView(id, taken, certificates.heldBy(id));
  }

  private static Stream<ClassTaken> taken(Stored<TrainingClass> stored, UUID person) {
    var outline = stored.state().outline();
    return stored.state().roll().seat(person).stream()
        .map(
            seat ->
                new ClassTaken(
                    stored.id(),
                    outline.plan().courseId(),
                    outline.plan().unitId(),
                    stored.state().status(),
                    outline.begin(),
                    outline.end(),
                    seat.present(),
                    seat.result() == null ? null : seat.result().passed(),
                    seat.result() == null ? null : seat.result().grade()));
  }
}

package vn.sen.training.certificate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.org.OrgFollower;
import vn.sen.training.course.Course;
import vn.sen.training.course.Courses;
import vn.sen.training.participant.Directory;
import vn.sen.training.trainingclass.Seat;
import vn.sen.training.trainingclass.TrainingClass;

/** Says who may be given a certificate, and what stands on it. */
@Component
class Issuing {

  private static final int NUMBER_DIGITS = 8;

  private final Courses courses;
  private final Directory directory;
  private final OrgFollower orgUnits;

  Issuing(Courses courses, Directory directory, OrgFollower orgUnits) {
    this.courses = courses;
    this.directory = directory;
    this.orgUnits = orgUnits;
  }

  /**
   * A certificate for somebody who passed a class that is closed.
   *
   * @param name null only for a participant whom training knows by name
   * @throws CertificateRules.ClassNotClosed if results may still be awaited (409)
   * @throws CertificateRules.NotPassed if the person did not pass
   * @throws CertificateRules.HolderErased if she had her data erased (409)
   */
  Decision<Certificate> decide(
      TrainingClass taught,
      UUID classId,
      UUID person,
      @Nullable String name,
      LocalDate on,
      LocalDate today,
      VerificationCode code,
      String codeHash) {
    if (!(taught instanceof TrainingClass.Closed closed)) {
      throw new CertificateRules.ClassNotClosed();
    }
    var seat =
        taught
            .roll()
            .seat(person)
            .filter(Seat::passed)
            .orElseThrow(CertificateRules.NotPassed::new);
    if (directory.on(Set.of(person), taught.outline().begin()).isEmpty()) {
      throw new CertificateRules.HolderErased();
    }
    if (on.isBefore(closed.on())) {
      throw new CertificateRules.IssuedBeforeClosing(closed.on());
    }
    if (on.isAfter(today)) {
      throw new CertificateRules.IssuedInFuture();
    }
    var onPaper =
        name != null
            ? name
            : directory.nameOf(person).orElseThrow(CertificateRules.NameNeeded::new);
    return Certificate.issue(
        classId,
        person,
        taught.outline().plan().unitId(),
        paper(taught, seat, on, codeHash),
        codeHash,
        code,
        onPaper);
  }

  private Paper paper(TrainingClass taught, Seat seat, LocalDate on, String codeHash) {
    var outline = taught.outline();
    var plan = outline.plan();
    var course = courses.find(plan.courseId()).orElseThrow(CertificateRules.ClassUnknown::new);
    var edition = course.on(outline.begin());
    var unit = outline.via().isEmpty() ? plan.unitId() : outline.via().getLast();
    return new Paper(
        number(course, on, codeHash),
        edition.name(),
        edition.hours(),
        outline.begin(),
        outline.end(),
        orgUnits.map().unit(unit).map(known -> known.nameOn(on)).orElse(""),
        on,
        Objects.requireNonNull(seat.result(), "who passed has a result").grade());
  }

  /**
   * The course's code, the year, and eight digits of its own: told by the code, telling nothing.
   */
  private static String number(Course course, LocalDate on, String codeHash) {
    var own =
        HexFormat.of()
            .withUpperCase()
            .formatHex(codeHash.getBytes(US_ASCII))
            .substring(0, NUMBER_DIGITS);
    return "%s/%d/%s".formatted(course.code(), on.getYear(), own.toUpperCase(Locale.ROOT));
  }
}

package vn.sen.training.trainingclass;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sen.events.training.Attendance;
import vn.sen.events.training.AttendanceMark;
import vn.sen.events.training.BudgetSource;
import vn.sen.events.training.ClassPlan;
import vn.sen.events.training.ClassSession;
import vn.sen.events.training.DayPart;
import vn.sen.events.training.Enrolment;
import vn.sen.events.training.ParticipantCategory;

/** Classes of two sessions, and who takes part. */
final class ClassMother {

  static final UUID THEME = UUID.fromString("00000000-0000-0000-0000-000000000001");
  static final UUID COURSE = UUID.fromString("00000000-0000-0000-0000-000000000002");
  static final UUID ORGANISER = UUID.fromString("00000000-0000-0000-0000-000000000003");
  static final UUID COMMUNE = UUID.fromString("00000000-0000-0000-0000-000000000004");
  static final UUID HOA = UUID.fromString("00000000-0000-0000-0000-00000000000a");
  static final UUID MAI = UUID.fromString("00000000-0000-0000-0000-00000000000b");
  static final LocalDate FIRST = LocalDate.of(2023, 3, 14);
  static final LocalDate SECOND = LocalDate.of(2023, 3, 15);
  static final LocalDate TODAY = LocalDate.of(2023, 6, 1);
  static final long BUDGET = 12_000_000;

  private ClassMother() {}

  static Outline outline(ClassSession... sessions) {
    return outline(BUDGET, sessions);
  }

  static Outline outline(long budget, ClassSession... sessions) {
    return new Outline(
        new ClassPlan(
            COURSE,
            THEME,
            ORGANISER,
            List.of(sessions),
            budget,
            BudgetSource.PROGRAMME,
            "DA8",
            null,
            "GENDER",
            36),
        "Nhà văn hóa xã",
        null,
        "Cán bộ Hội",
        List.of());
  }

  static ClassSession session(LocalDate date) {
    return new ClassSession(date, DayPart.MORNING);
  }

  static Outline twoSessions() {
    return outline(session(FIRST), session(SECOND));
  }

  static TrainingClass planned() {
    return TrainingClass.plan(twoSessions(), TODAY).state();
  }

  static Seat seat(UUID person) {
    return seat(person, null);
  }

  static Seat seat(UUID person, @Nullable UUID sentBy) {
    return Seat.of(new Enrolment(person, COMMUNE, List.of(), ParticipantCategory.MEMBER), sentBy);
  }

  static TrainingClass openWith(UUID... people) {
    var open = planned().open(TODAY).state();
    return people.length == 0
        ? open
        : open.enrol(Stream.of(people).map(ClassMother::seat).toList(), TODAY).state();
  }

  static List<AttendanceMark> all(Attendance attendance, UUID... people) {
    return Stream.of(people).map(person -> new AttendanceMark(person, attendance)).toList();
  }

  /** Everybody was at the first session, and nothing is said of the second. */
  static TrainingClass heldWith(UUID... people) {
    return openWith(people)
        .attend(1, all(Attendance.PRESENT, people), TODAY)
        .state()
        .hold(TODAY)
        .state();
  }
}

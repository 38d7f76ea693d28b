package vn.sen.training.trainingclass;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.DateOutOfRange;
import vn.sen.events.training.Attendance;
import vn.sen.events.training.AttendanceMark;
import vn.sen.events.training.BudgetSource;
import vn.sen.events.training.ClassCancellation;
import vn.sen.events.training.ClassPlan;
import vn.sen.events.training.ClassResult;
import vn.sen.events.training.ClassSession;
import vn.sen.events.training.DayPart;
import vn.sen.events.training.Grade;
import vn.sen.events.training.ParticipantCategory;
import vn.sen.training.course.Course;

/** What the API of classes reads and writes. */
final class ClassBodies {

  static final int MOST_AT_ONCE = 500;

  private static final String TEXT = "\\P{Cntrl}*";

  private ClassBodies() {}

  /**
   * One session.
   *
   * @param part of the day
   */
  record Session(@NotNull LocalDate date, @NotNull DayPart part) {}

  /**
   * What a class is to be.
   *
   * @param place where it is held, in words
   * @param coOrganiser who holds it together with the unit, in words, or null
   * @param audience whom it is for, in words; the course's where null
   * @param sessions in order
   * @param budget in đồng
   * @param programme the code of the programme it belongs to, or null
   * @param planLineId the need of a training plan that it answers, or null
   */
  record ClassDraft(
      @NotBlank @Size(max = 200) @Pattern(regexp = TEXT) String place,
      @Nullable @Size(max = 200) @Pattern(regexp = TEXT) String coOrganiser,
      @Nullable @Size(max = 200) @Pattern(regexp = TEXT) String audience,
      @NotEmpty @Size(max = 120) List<@NotNull @Valid Session> sessions,
      @NotNull @PositiveOrZero @Max(1_000_000_000_000L) Long budget,
      @NotNull BudgetSource source,
      @Nullable @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9-]{1,19}") String programme,
      @Nullable UUID planLineId) {

    /** The first day. */
    LocalDate begin() {
      return sessions.getFirst().date();
    }

    Outline outline(UUID courseId, Course course, UUID unitId, List<UUID> via) {
      for (int i = 0; i < sessions.size(); i++) {
        DateOutOfRange.checked("/sessions/" + i + "/date", sessions.get(i).date());
      }
      var edition = course.on(begin());
      return new Outline(
          new ClassPlan(
              courseId,
              course.themeId(),
              unitId,
              sessions.stream().map(s -> new ClassSession(s.date(), s.part())).toList(),
              budget,
              source,
              programme == null ? null : programme.toUpperCase(Locale.ROOT),
              planLineId,
              edition.competency(),
              edition.validMonths()),
          plain(place),
          coOrganiser == null ? null : plain(coOrganiser),
          audience == null ? edition.audience() : plain(audience),
          via);
    }
  }

  /**
   * A class of a course.
   *
   * @param unitId the organiser
   */
  record NewClass(@NotNull UUID courseId, @NotNull UUID unitId, @NotNull @Valid ClassDraft plan) {}

  /** So many people a unit may send; 0 for none any more. */
  record GrantedPlaces(
      @NotNull UUID unitId, @NotNull @Min(0) @Max(TrainingClass.MAX_PARTICIPANTS) Integer places) {}

  /** People who are to take part, by their ids. */
  record NewParticipants(@NotEmpty @Size(max = MOST_AT_ONCE) List<@NotNull UUID> participants) {}

  record Removal(@NotNull UUID personId) {}

  /** Whether somebody was there. */
  record PersonAttendance(@NotNull UUID personId, @NotNull Attendance attendance) {}

  /**
   * Who was at a session and who was not.
   *
   * @param session its number, from 1
   */
  record SessionAttendance(
      @NotNull Integer session,
      @NotEmpty @Size(max = MOST_AT_ONCE) List<@NotNull @Valid PersonAttendance> marks) {

    List<AttendanceMark> told() {
      return marks.stream()
          .map(mark -> new AttendanceMark(mark.personId(), mark.attendance()))
          .toList();
    }
  }

  /**
   * What somebody brought it to.
   *
   * @param grade only for who passed, and where grades are given
   */
  record PersonResult(@NotNull UUID personId, @NotNull Boolean passed, @Nullable Grade grade) {}

  record Results(@NotEmpty @Size(max = MOST_AT_ONCE) List<@NotNull @Valid PersonResult> results) {

    List<ClassResult> told() {
      return results.stream()
          .map(result -> new ClassResult(result.personId(), result.passed(), result.grade()))
          .toList();
    }
  }

  record ClassClosing(@NotNull LocalDate on) {}

  record Cancellation(@NotNull ClassCancellation reason) {}

  record ClassAssignment(@NotNull UUID successorId) {}

  /**
   * A class, with how many took part and nobody's id.
   *
   * @param present how many were at each session, by its number
   */
  record ClassView(
      UUID id,
      long version,
      TrainingClass.Status status,
      ClassPlan plan,
      String place,
      @Nullable String coOrganiser,
      String audience,
      List<Roll.Places> places,
      int enrolled,
      int attended,
      int passed,
      Map<Integer, Long> present,
      @Nullable LocalDate closedOn,
      @Nullable ClassCancellation cancelledFor) {

    static ClassView of(UUID id, long version, TrainingClass state) {
      var outline = state.outline();
      var seats = state.roll().seats();
      return new ClassView(
          id,
          version,
          state.status(),
          outline.plan(),
          outline.place(),
          outline.coOrganiser(),
          outline.audience(),
          state.roll().places(),
          seats.size(),
          (int) seats.stream().filter(seat -> !seat.present().isEmpty()).count(),
          (int) seats.stream().filter(Seat::passed).count(),
          seats.stream()
              .flatMap(seat -> seat.present().stream())
              .collect(
                  Collectors.groupingBy(session -> session, TreeMap::new, Collectors.counting())),
          state instanceof TrainingClass.Closed closed ? closed.on() : null,
          state instanceof TrainingClass.Cancelled cancelled ? cancelled.reason() : null);
    }
  }

  /**
   * Somebody who takes part. Names are the membership service's, or the participant's record's.
   *
   * @param marks by session, those of which something was said
   * @param passed absent while nothing was said
   */
  record SeatView(
      UUID personId,
      UUID unitId,
      ParticipantCategory category,
      @Nullable UUID sentBy,
      List<Seat.Mark> marks,
      @Nullable Boolean passed,
      @Nullable Grade grade) {

    static SeatView of(Seat seat) {
      var enrolment = seat.enrolment();
      var result = seat.result();
      return new SeatView(
          enrolment.personId(),
          enrolment.unitId(),
          enrolment.category(),
          seat.sentBy(),
          seat.marks(),
          result == null ? null : result.passed(),
          result == null ? null : result.grade());
    }
  }

  private static String plain(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
  }
}

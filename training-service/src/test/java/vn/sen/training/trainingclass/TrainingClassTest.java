package vn.sen.training.trainingclass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sen.training.trainingclass.ClassMother.BUDGET;
import static vn.sen.training.trainingclass.ClassMother.COMMUNE;
import static vn.sen.training.trainingclass.ClassMother.COURSE;
import static vn.sen.training.trainingclass.ClassMother.FIRST;
import static vn.sen.training.trainingclass.ClassMother.HOA;
import static vn.sen.training.trainingclass.ClassMother.MAI;
import static vn.sen.training.trainingclass.ClassMother.ORGANISER;
import static vn.sen.training.trainingclass.ClassMother.SECOND;
import static vn.sen.training.trainingclass.ClassMother.THEME;
import static vn.sen.training.trainingclass.ClassMother.TODAY;
import static vn.sen.training.trainingclass.ClassMother.all;
import static vn.sen.training.trainingclass.ClassMother.heldWith;
import static vn.sen.training.trainingclass.ClassMother.openWith;
import static vn.sen.training.trainingclass.ClassMother.outline;
import static vn.sen.training.trainingclass.ClassMother.planned;
import static vn.sen.training.trainingclass.ClassMother.seat;
import static vn.sen.training.trainingclass.ClassMother.session;
import static vn.sen.training.trainingclass.ClassMother.twoSessions;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.org.Split;
import vn.sen.events.training.Attendance;
import vn.sen.events.training.ClassCancellation;
import vn.sen.events.training.ClassChange;
import vn.sen.events.training.ClassEvent.AttendanceRecorded;
import vn.sen.events.training.ClassEvent.ClassAssigned;
import vn.sen.events.training.ClassEvent.ClassCancelled;
import vn.sen.events.training.ClassEvent.ClassHeld;
import vn.sen.events.training.ClassEvent.ClassReplanned;
import vn.sen.events.training.ClassEvent.ParticipantAssigned;
import vn.sen.events.training.ClassEvent.ParticipantsEnrolled;
import vn.sen.events.training.ClassEvent.ResultsRecorded;
import vn.sen.events.training.ClassPlace;
import vn.sen.events.training.ClassPlan;
import vn.sen.events.training.ClassResult;
import vn.sen.events.training.ClassSession;
import vn.sen.events.training.Grade;
import vn.sen.events.training.ParticipantCategory;
import vn.sen.events.training.TrainingMeasure;

class TrainingClassTest {

  private static final UUID SUCCESSOR = UUID.randomUUID();
  private static final UUID OTHER_SUCCESSOR = UUID.randomUUID();

  private static final List<Split> SPLITS =
      List.of(
          new Split(
              UUID.randomUUID(), TODAY, UUID.randomUUID(), Set.of(SUCCESSOR, OTHER_SUCCESSOR)));

  private static ClassPlace own(UUID person) {
    return own(person, List.of());
  }

  private static ClassPlace own(UUID person, List<UUID> via) {
    return new ClassPlace(THEME, COURSE, COMMUNE, via, person, ParticipantCategory.MEMBER, "DA8");
  }

  private static ClassPlace organiser() {
    return new ClassPlace(THEME, COURSE, ORGANISER, List.of(), null, null, "DA8");
  }

  private static ClassChange one(LocalDate date, UUID person, TrainingMeasure measure) {
    return new ClassChange(date, own(person), measure, 1);
  }

  @Nested
  class Planning {

    @Test
    void sessions_follow_each_other() {
      var sameHalfDay = outline(session(FIRST), session(FIRST));

      assertThatThrownBy(() -> TrainingClass.plan(sameHalfDay, TODAY))
          .isInstanceOfSatisfying(
              ClassRules.SessionsOutOfOrder.class,
              e -> assertThat(e.pointer()).isEqualTo("/sessions/1"));
    }

    @Test
    void a_session_that_took_place_cannot_be_moved_but_the_next_one_can() {
      // given
      var underWay = openWith(HOA).attend(1, all(Attendance.PRESENT, HOA), TODAY).state();
      var moved = outline(session(FIRST.plusDays(1)), session(SECOND.plusDays(1)));
      var next = outline(session(FIRST), session(SECOND.plusDays(7)));

      // then
      assertThatThrownBy(() -> underWay.replan(moved, TODAY))
          .isInstanceOf(ClassRules.SessionTookPlace.class);
      assertThat(underWay.replan(next, TODAY).events())
          .isEqualTo(List.of(new ClassReplanned(next.plan(), FIRST, List.of())));
    }

    @Test
    void a_budget_that_was_wrong_is_corrected_where_it_counted() {
      var corrected = outline(BUDGET - 500_000, session(FIRST), session(SECOND));

      var decision = heldWith(HOA).replan(corrected, TODAY);

      assertThat(decision.events())
          .isEqualTo(
              List.of(
                  new ClassReplanned(
                      corrected.plan(),
                      FIRST,
                      List.of(
                          new ClassChange(
                              SECOND, organiser(), TrainingMeasure.BUDGET, -500_000)))));
    }

    @Test
    void another_last_day_is_told_of_to_whom_passed() {
      // given
      var passed = new ClassResult(HOA, true, Grade.GOOD);
      var held = heldWith(HOA).result(List.of(passed)).state();
      var end = SECOND.plusDays(2);
      var longer = outline(session(FIRST), session(end));

      // when
      var decision = held.replan(longer, TODAY);

      // then
      assertThat(decision.events()).hasSize(2);
      assertThat(decision.events().getLast())
          .isEqualTo(
              new ResultsRecorded(
                  List.of(passed), "GENDER", LocalDate.of(2026, 3, 16), end, List.of()));
      // and another budget is not
      assertThat(held.replan(outline(BUDGET + 1, session(FIRST), session(SECOND)), TODAY).events())
          .hasSize(1);
    }

    @Test
    void what_a_class_gives_stays_while_its_first_day_does() {
      var sameDay = giving("SOFTWARE", session(FIRST)).after(twoSessions());
      var anotherDay = giving("SOFTWARE", session(SECOND)).after(twoSessions());

      assertThat(sameDay).isEqualTo(outline(session(FIRST)));
      assertThat(anotherDay).isEqualTo(giving("SOFTWARE", session(SECOND)));
    }

    private static Outline giving(String competency, ClassSession session) {
      var other = outline(session);
      var plan = other.plan();
      return new Outline(
          new ClassPlan(
              COURSE,
              THEME,
              ORGANISER,
              plan.sessions(),
              BUDGET,
              plan.source(),
              plan.programme(),
              null,
              competency,
              12),
          other.place(),
          null,
          other.audience(),
          List.of());
    }

    @Test
    void a_class_that_nobody_attended_is_cancelled_and_another_one_is_not() {
      var reason = ClassCancellation.EMERGENCY;

      assertThat(openWith(HOA).cancel(reason, TODAY).events())
          .isEqualTo(List.of(new ClassCancelled(reason, TODAY)));
      assertThatThrownBy(() -> heldWith(HOA).cancel(reason, TODAY))
          .isInstanceOf(ClassRules.ClassWasAttended.class);
    }
  }

  @Nested
  class Enrolling {

    @Test
    void waits_until_the_class_is_open() {
      assertThatThrownBy(() -> planned().enrol(List.of(seat(HOA)), TODAY))
          .isInstanceOf(ClassRules.ClassNotOpen.class);
    }

    @Test
    void passes_over_who_is_enrolled_already() {
      var decision = openWith(HOA).enrol(List.of(seat(HOA), seat(MAI)), TODAY);

      assertThat(decision.events())
          .isEqualTo(List.of(new ParticipantsEnrolled(List.of(seat(MAI).enrolment()), FIRST)));
    }

    @Test
    void keeps_to_the_places_a_unit_was_granted() {
      // given
      var granted = openWith().grant(COMMUNE, 1, TODAY).state();
      var full = granted.enrol(List.of(seat(HOA, COMMUNE)), TODAY).state();

      // then
      assertThatThrownBy(() -> full.enrol(List.of(seat(MAI, COMMUNE)), TODAY))
          .isInstanceOf(ClassRules.PlacesTaken.class);
      assertThat(full.enrol(List.of(seat(MAI)), TODAY).state().roll().seats()).hasSize(2);
      // and who is there stays, whatever is granted later
      var fewer = full.grant(COMMUNE, 0, TODAY).state();
      assertThat(fewer.roll().seats()).hasSize(1);
      assertThat(fewer.enrol(List.of(seat(MAI)), TODAY).state().roll().seats()).hasSize(2);
    }

    @Test
    void somebody_who_was_there_is_not_removed() {
      assertThatThrownBy(() -> heldWith(HOA).remove(HOA, TODAY))
          .isInstanceOf(ClassRules.WasPresent.class);
      assertThat(openWith(HOA).remove(HOA, TODAY).state().roll().seats()).isEmpty();
    }
  }

  @Nested
  class Attending {

    @Test
    void counts_a_turn_once_and_each_session() {
      // when
      var first = openWith(HOA).attend(1, all(Attendance.PRESENT, HOA), TODAY);
      var second = first.state().attend(2, all(Attendance.PRESENT, HOA), TODAY);

      // then
      assertThat(first.events())
          .isEqualTo(
              List.of(
                  new AttendanceRecorded(
                      1,
                      all(Attendance.PRESENT, HOA),
                      FIRST,
                      List.of(
                          one(FIRST, HOA, TrainingMeasure.TURNS),
                          one(FIRST, HOA, TrainingMeasure.SESSION_TURNS)))));
      assertThat(second.events())
          .isEqualTo(
              List.of(
                  new AttendanceRecorded(
                      2,
                      all(Attendance.PRESENT, HOA),
                      SECOND,
                      List.of(one(SECOND, HOA, TrainingMeasure.SESSION_TURNS)))));
    }

    @Test
    void moves_the_turn_to_the_day_she_really_came() {
      // given
      var both =
          openWith(HOA)
              .attend(1, all(Attendance.PRESENT, HOA), TODAY)
              .state()
              .attend(2, all(Attendance.PRESENT, HOA), TODAY)
              .state();

      // when
      var corrected = both.attend(1, all(Attendance.EXCUSED, HOA), TODAY);

      // then
      assertThat(((AttendanceRecorded) corrected.events().getFirst()).changes())
          .containsExactlyInAnyOrder(
              new ClassChange(FIRST, own(HOA), TrainingMeasure.TURNS, -1),
              new ClassChange(FIRST, own(HOA), TrainingMeasure.SESSION_TURNS, -1),
              one(SECOND, HOA, TrainingMeasure.TURNS));
    }

    @Test
    void says_nothing_where_nothing_is_new() {
      var attended = openWith(HOA).attend(1, all(Attendance.PRESENT, HOA), TODAY).state();

      assertThat(attended.attend(1, all(Attendance.PRESENT, HOA), TODAY).events()).isEmpty();
    }

    @Test
    void is_for_those_who_are_enrolled_and_for_days_that_have_come() {
      assertThatThrownBy(() -> openWith(HOA).attend(1, all(Attendance.PRESENT, MAI), TODAY))
          .isInstanceOfSatisfying(
              ClassRules.NotEnrolled.class,
              e -> assertThat(e.pointer()).isEqualTo("/marks/0/personId"));
      assertThatThrownBy(() -> openWith(HOA).attend(1, all(Attendance.PRESENT, HOA, HOA), TODAY))
          .isInstanceOf(ClassRules.NamedTwice.class);
      assertThatThrownBy(() -> openWith(HOA).attend(2, all(Attendance.PRESENT, HOA), FIRST))
          .isInstanceOf(ClassRules.SessionNotYet.class);
      assertThatThrownBy(() -> openWith(HOA).attend(3, all(Attendance.PRESENT, HOA), TODAY))
          .isInstanceOf(ClassRules.SessionUnknown.class);
    }
  }

  @Nested
  class Holding {

    @Test
    void counts_the_class_and_its_budget_on_the_last_day() {
      var decision =
          openWith(HOA).attend(1, all(Attendance.PRESENT, HOA), TODAY).state().hold(TODAY);

      assertThat(decision.events())
          .isEqualTo(
              List.of(
                  new ClassHeld(
                      SECOND,
                      List.of(
                          new ClassChange(SECOND, organiser(), TrainingMeasure.CLASSES, 1),
                          new ClassChange(SECOND, organiser(), TrainingMeasure.BUDGET, BUDGET)))));
    }

    @Test
    void needs_somebody_who_was_there_and_the_last_day() {
      var attended = openWith(HOA).attend(1, all(Attendance.PRESENT, HOA), TODAY).state();

      assertThatThrownBy(() -> openWith(HOA).hold(TODAY))
          .isInstanceOf(ClassRules.NobodyAttended.class);
      assertThatThrownBy(() -> attended.hold(FIRST)).isInstanceOf(ClassRules.ClassNotOver.class);
    }

    @Test
    void a_class_is_closed_after_its_end_and_not_ahead_of_time() {
      var held = heldWith(HOA);

      assertThatThrownBy(() -> held.close(FIRST, TODAY))
          .isInstanceOf(ClassRules.ClosedBeforeEnd.class);
      assertThatThrownBy(() -> held.close(TODAY.plusDays(1), TODAY))
          .isInstanceOf(ClassRules.ClosedInFuture.class);
      var closed = held.close(TODAY, TODAY).state();
      assertThatThrownBy(() -> closed.attend(2, all(Attendance.PRESENT, HOA), TODAY))
          .isInstanceOf(ClassRules.ClassNotOpen.class);
      assertThatThrownBy(() -> closed.replan(twoSessions(), TODAY))
          .isInstanceOf(ClassRules.ClassIsClosed.class);
    }
  }

  @Nested
  class Passing {

    @Test
    void counts_on_the_last_day_and_says_how_long_the_competency_lasts() {
      var passed = new ClassResult(HOA, true, Grade.GOOD);

      var decision = heldWith(HOA).result(List.of(passed));

      assertThat(decision.events())
          .isEqualTo(
              List.of(
                  new ResultsRecorded(
                      List.of(passed),
                      "GENDER",
                      LocalDate.of(2026, 3, 14),
                      SECOND,
                      List.of(one(SECOND, HOA, TrainingMeasure.PASSED)))));
    }

    @Test
    void is_taken_back_even_after_the_class_was_closed() {
      // given
      var closed =
          heldWith(HOA)
              .result(List.of(new ClassResult(HOA, true, null)))
              .state()
              .close(TODAY, TODAY)
              .state();

      // when
      var corrected = closed.result(List.of(new ClassResult(HOA, false, null)));

      // then
      assertThat(((ResultsRecorded) corrected.events().getFirst()).changes())
          .isEqualTo(List.of(new ClassChange(SECOND, own(HOA), TrainingMeasure.PASSED, -1)));
    }

    @Test
    void is_for_those_who_were_there() {
      var held = heldWith(HOA).enrol(List.of(seat(MAI)), TODAY).state();

      assertThatThrownBy(() -> held.result(List.of(new ClassResult(MAI, true, null))))
          .isInstanceOf(ClassRules.NeverPresent.class);
      assertThatThrownBy(() -> held.result(List.of(new ClassResult(HOA, false, Grade.FAIR))))
          .isInstanceOf(ClassRules.GradeWithoutPass.class);
      assertThatThrownBy(
              () ->
                  held.result(List.of(new ClassResult(HOA, true, null)))
                      .state()
                      .attend(1, all(Attendance.ABSENT, HOA), TODAY))
          .isInstanceOf(ClassRules.NeverPresent.class);
    }
  }

  @Nested
  class After_a_split {

    @Test
    void the_class_follows_the_successor_it_was_assigned_to() {
      var decision = heldWith(HOA).assign(SUCCESSOR, SPLITS, TODAY);

      assertThat(decision.events().getFirst())
          .isInstanceOfSatisfying(
              ClassAssigned.class,
              e ->
                  assertThat(e.changes())
                      .filteredOn(change -> change.delta() > 0)
                      .extracting(change -> change.place().via())
                      .containsOnly(List.of(SUCCESSOR)));
      assertThatThrownBy(() -> heldWith(HOA).assign(SUCCESSOR, List.of(), TODAY))
          .isInstanceOf(ClassRules.NotASuccessor.class);
    }

    @Test
    void who_was_assigned_wrongly_counts_where_the_last_word_says() {
      var wrong = heldWith(HOA).assignParticipant(HOA, OTHER_SUCCESSOR, SPLITS, TODAY).state();

      var corrected = wrong.assignParticipant(HOA, SUCCESSOR, SPLITS, TODAY).state();

      assertThat(corrected.roll().seat(HOA).orElseThrow().enrolment().via())
          .containsExactly(SUCCESSOR);
    }

    @Test
    void a_participant_counts_where_she_was_assigned_to() {
      var decision = heldWith(HOA, MAI).assignParticipant(HOA, SUCCESSOR, SPLITS, TODAY);

      assertThat(decision.events())
          .isEqualTo(
              List.of(
                  new ParticipantAssigned(
                      HOA,
                      SUCCESSOR,
                      TODAY,
                      List.of(
                          new ClassChange(FIRST, own(HOA), TrainingMeasure.TURNS, -1),
                          new ClassChange(FIRST, own(HOA), TrainingMeasure.SESSION_TURNS, -1),
                          new ClassChange(
                              FIRST, own(HOA, List.of(SUCCESSOR)), TrainingMeasure.TURNS, 1),
                          new ClassChange(
                              FIRST,
                              own(HOA, List.of(SUCCESSOR)),
                              TrainingMeasure.SESSION_TURNS,
                              1)))));
      assertThat(decision.state().assignParticipant(HOA, SUCCESSOR, SPLITS, TODAY).events())
          .isEmpty();
    }
  }
}

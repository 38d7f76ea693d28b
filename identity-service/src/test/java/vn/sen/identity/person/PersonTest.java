package vn.sen.identity.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.events.identity.AccessRevoked;
import vn.sen.events.identity.PersonEvent.AppointmentEnded;
import vn.sen.events.identity.PersonEvent.PersonAppointed;
import vn.sen.events.identity.PersonEvent.PersonLocked;
import vn.sen.events.identity.PersonEvent.PersonRegistered;
import vn.sen.events.identity.Role;

class PersonTest {

  private static final UUID HER = UUID.randomUUID();
  private static final UUID COMMUNE = UUID.randomUUID();
  private static final LocalDate START = LocalDate.of(2021, 7, 1);
  private static final Instant NOW = Instant.parse("2026-03-10T17:30:00Z");

  /** Past midnight in Vietnam. */
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 11);

  private static final Person.Moment AT = new Person.Moment(HER, NOW);
  private static final AccessRevoked REVOKED = AccessRevoked.ofPerson(HER, NOW);
  private static final UnitLives FOR_EVER = _ -> Optional.empty();

  private static Appointment officer(LocalDate from, @Nullable LocalDate to) {
    return new Appointment(UUID.randomUUID(), COMMUNE, List.of(Role.OFFICER), from, to, null);
  }

  private static Person with(Appointment... appointments) {
    return Person.register(
            new PersonCommand.Register("hoa.nguyen", null, List.of(appointments)), START)
        .state();
  }

  private static Appointment auditor(@Nullable LocalDate to, @Nullable String purpose) {
    return new Appointment(UUID.randomUUID(), null, List.of(Role.AUDITOR), START, to, purpose);
  }

  @Nested
  class Registering {

    @Test
    void tellsOfThePersonAndOfWhatSheMayDo() {
      // given
      var member = UUID.randomUUID();
      var appointment = officer(START, null);
      // when
      var decision =
          Person.register(
              new PersonCommand.Register("hoa.nguyen", member, List.of(appointment)), TODAY);
      // then
      assertThat(decision.events().stream().map(Object.class::cast))
          .containsExactly(
              new PersonRegistered(member, TODAY),
              new PersonAppointed(appointment.id(), COMMUNE, List.of(Role.OFFICER), START, null));
    }
  }

  @Nested
  class Appointing {

    private void refused(Appointment appointment, String rule) {
      assertThatThrownBy(() -> with().decide(new PersonCommand.Appoint(appointment), AT))
          .isInstanceOfSatisfying(
              RuleViolation.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }

    @Test
    void machinesRolesAreNotForPeople() {
      refused(
          new Appointment(UUID.randomUUID(), null, List.of(Role.BANK), START, null, null),
          "role-of-machines");
    }

    @Test
    void noneEndsBeforeItBegins() {
      refused(officer(START, START.minusDays(1)), "appointment-ends-before-it-begins");
    }

    @Test
    void anAuditorNeedsPurposeAndEndAndNothingElse() {
      refused(auditor(TODAY, null), "audit-needs-purpose");
      refused(auditor(TODAY, " "), "audit-needs-purpose");
      refused(auditor(null, "Kiểm tra quý"), "audit-needs-end");
      refused(
          new Appointment(
              UUID.randomUUID(),
              null,
              List.of(Role.AUDITOR, Role.OFFICER),
              START,
              TODAY,
              "Kiểm tra quý"),
          "auditor-acts-alone");
    }

    @Test
    void rolesAreInForceFromTheFirstToTheLastDay() {
      // given
      var person = with(officer(START, TODAY));
      // then
      assertThat(person.inForceOn(START.minusDays(1), FOR_EVER)).isEmpty();
      assertThat(person.inForceOn(START, FOR_EVER)).hasSize(1);
      assertThat(person.inForceOn(TODAY, FOR_EVER)).hasSize(1);
      assertThat(person.inForceOn(TODAY.plusDays(1), FOR_EVER)).isEmpty();
    }

    @Test
    void rolesEndWithTheUnit() {
      // given
      var person = with(officer(START, null));
      var closed = LocalDate.of(2025, 7, 1);
      UnitLives lives = unit -> Optional.ofNullable(Map.of(COMMUNE, closed).get(unit));
      // then
      assertThat(person.inForceOn(closed.minusDays(1), lives)).hasSize(1);
      assertThat(person.inForceOn(closed, lives)).isEmpty();
    }
  }

  @Nested
  class EndingAnAppointment {

    @Test
    void ofYesterdayRevokesWhatWasGiven() {
      // given
      var appointment = officer(START, null);
      // when
      var decision =
          with(appointment)
              .decide(new PersonCommand.EndAppointment(appointment.id(), TODAY.minusDays(1)), AT);
      // then
      assertThat(decision.events().stream().map(Object.class::cast))
          .containsExactly(new AppointmentEnded(appointment.id(), TODAY.minusDays(1)), REVOKED);
      assertThat(decision.state().stillHas(NOW)).isFalse();
      assertThat(decision.state().stillHas(NOW.plusMillis(1))).isTrue();
    }

    @Test
    void ofTodayOrLaterRevokesNothing() {
      // given
      var appointment = officer(START, null);
      // when
      var decision =
          with(appointment).decide(new PersonCommand.EndAppointment(appointment.id(), TODAY), AT);
      // then
      assertThat(decision.events().stream().map(Object.class::cast))
          .containsExactly(new AppointmentEnded(appointment.id(), TODAY));
      assertThat(decision.state().stillHas(NOW)).isTrue();
    }

    @Test
    void cannotProlongIt() {
      // given
      var appointment = officer(START, TODAY);
      // then
      assertThatThrownBy(
              () ->
                  with(appointment)
                      .decide(
                          new PersonCommand.EndAppointment(appointment.id(), TODAY.plusDays(1)),
                          AT))
          .isInstanceOf(PersonRules.AppointmentEndsEarlier.class);
    }
  }

  @Nested
  class LeavingTheUnion {

    @Test
    void endsWhatIsHeldAndWhatWouldBeHeldLater() {
      // given
      var over = officer(START, START.plusYears(1));
      var held = officer(START.plusYears(1), null);
      var later = officer(TODAY.plusDays(30), null);
      // when
      var decision = with(over, held, later).decide(new PersonCommand.LeaveTheUnion(TODAY), AT);
      // then
      assertThat(decision.events().stream().map(Object.class::cast))
          .containsExactly(
              new AppointmentEnded(held.id(), TODAY.minusDays(1)),
              new AppointmentEnded(later.id(), TODAY.minusDays(1)),
              REVOKED);
      assertThat(decision.state().inForceOn(TODAY, FOR_EVER)).isEmpty();
      assertThat(decision.state().inForceOn(TODAY.plusDays(31), FOR_EVER)).isEmpty();
    }

    @Test
    void withoutAppointmentsChangesNothing() {
      assertThat(with().decide(new PersonCommand.LeaveTheUnion(TODAY), AT).events()).isEmpty();
    }
  }

  @Nested
  class Locking {

    @Test
    void endsAllAccess() {
      // when
      var decision = with().decide(new PersonCommand.Lock(), AT);
      // then
      assertThat(decision.events().stream().map(Object.class::cast))
          .containsExactly(new PersonLocked(TODAY), REVOKED);
      assertThat(decision.state().stillHas(NOW.plusSeconds(60))).isFalse();
    }

    @Test
    void unlockedSheSignsInAnewButOldSessionsStayOver() {
      // given
      var locked = with().decide(new PersonCommand.Lock(), AT).state();
      // when
      var unlocked = locked.decide(new PersonCommand.Unlock(), AT).state();
      // then
      assertThat(unlocked.stillHas(NOW)).isFalse();
      assertThat(unlocked.stillHas(NOW.plusSeconds(1))).isTrue();
    }

    @Test
    void twiceChangesNothing() {
      var locked = with().decide(new PersonCommand.Lock(), AT).state();
      assertThat(locked.decide(new PersonCommand.Lock(), AT).events()).isEmpty();
    }
  }

  @Test
  void aFirstPasswordEndsAllAccessAndLapses() {
    // when
    var decision = with().decide(new PersonCommand.GiveFirstPassword("h", NOW.plusSeconds(9)), AT);
    // then
    var password = decision.state().password();
    assertThat(password).isNotNull();
    assertThat(password.first()).isTrue();
    assertThat(password.hasLapsedBy(NOW.plusSeconds(8))).isFalse();
    assertThat(password.hasLapsedBy(NOW.plusSeconds(9))).isTrue();
    assertThat(decision.events().getLast()).isEqualTo(REVOKED);
  }
}

package vn.sen.identity.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.BusinessZone;
import vn.sen.chassis.domain.Decision;
import vn.sen.events.identity.AccessRevoked;
import vn.sen.events.identity.PersonEvent;
import vn.sen.events.identity.PersonEvent.AppointmentEnded;
import vn.sen.events.identity.PersonEvent.FirstPasswordGiven;
import vn.sen.events.identity.PersonEvent.PasswordChanged;
import vn.sen.events.identity.PersonEvent.PersonAppointed;
import vn.sen.events.identity.PersonEvent.PersonLocked;
import vn.sen.events.identity.PersonEvent.PersonRegistered;
import vn.sen.events.identity.PersonEvent.PersonUnlocked;

/**
 * Somebody who signs in.
 *
 * @param name the sign-in name, unique, in lower case
 * @param memberId the member she is, or null
 * @param password null until one was given to her
 * @param locked whether an administrator locked her out
 * @param accessEndedAt what was given to her at this instant or before is void, or null
 */
public record Person(
    String name,
    @Nullable UUID memberId,
    List<Appointment> appointments,
    @Nullable Password password,
    boolean locked,
    @Nullable Instant accessEndedAt) {

  public Person {
    appointments = List.copyOf(appointments);
  }

  /**
   * When a command is decided, and whom it is about.
   *
   * @param person her id
   */
  record Moment(UUID person, Instant now) {
    LocalDate today() {
      return LocalDate.ofInstant(now, BusinessZone.ID);
    }
  }

  static Decision<Person> register(PersonCommand.Register command, LocalDate today) {
    var events = new ArrayList<PersonEvent>();
    events.add(new PersonRegistered(command.memberId(), today));
    command.appointments().forEach(a -> events.add(appointed(a.checked())));
    return new Decision<>(
        new Person(command.name(), command.memberId(), command.appointments(), null, false, null),
        events);
  }

  Decision<Person> decide(PersonCommand command, Moment at) {
    return switch (command) {
      case PersonCommand.Appoint c -> appoint(c.appointment().checked());
      case PersonCommand.EndAppointment c -> end(appointment(c.appointmentId()), c.lastDay(), at);
      case PersonCommand.LeaveTheUnion c -> leave(c.on(), at);
      case PersonCommand.GiveFirstPassword c ->
          revoking(
              withPassword(Password.first(c.hash(), c.usableUntil())),
              new FirstPasswordGiven(at.today()),
              at);
      case PersonCommand.ChangePassword c ->
          Decision.of(withPassword(Password.own(c.hash())), new PasswordChanged(at.today()));
      case PersonCommand.ReplacePassword c ->
          revoking(withPassword(Password.own(c.hash())), new PasswordChanged(at.today()), at);
      case PersonCommand.Lock _ ->
          locked
              ? Decision.nothing(this)
              : revoking(withLocked(true), new PersonLocked(at.today()), at);
      case PersonCommand.Unlock _ ->
          locked
              ? Decision.of(withLocked(false), new PersonUnlocked(at.today()))
              : Decision.nothing(this);
      case PersonCommand.SignOutEverywhere _ ->
          Decision.of(endingAccess(at), AccessRevoked.ofPerson(at.person(), at.now()));
    };
  }

  private Decision<Person> appoint(Appointment appointment) {
    var all = new ArrayList<>(appointments);
    all.add(appointment);
    return Decision.of(withAppointments(all), appointed(appointment));
  }

  private static PersonAppointed appointed(Appointment a) {
    return new PersonAppointed(a.id(), a.unitId(), a.roles(), a.from(), a.to());
  }

  private Decision<Person> end(Appointment appointment, LocalDate lastDay, Moment at) {
    if (appointment.to() != null && lastDay.isAfter(appointment.to())) {
      throw new PersonRules.AppointmentEndsEarlier(appointment.to());
    }
    return lastDay.equals(appointment.to())
        ? Decision.nothing(this)
        : endAll(List.of(appointment), lastDay, at);
  }

  private Decision<Person> leave(LocalDate on, Moment at) {
    return endAll(appointments.stream().filter(a -> !a.isOverBy(on)).toList(), on.minusDays(1), at);
  }

  /** What is not in force today any more has been in tokens that must not outlive it. */
  private Decision<Person> endAll(List<Appointment> ending, LocalDate lastDay, Moment at) {
    if (ending.isEmpty()) {
      return Decision.nothing(this);
    }
    var events = new ArrayList<PersonEvent>();
    ending.forEach(a -> events.add(new AppointmentEnded(a.id(), lastDay)));
    var ended = mapAppointments(a -> ending.contains(a) ? a.endingOn(lastDay) : a);
    boolean revokes =
        lastDay.isBefore(at.today()) && ending.stream().anyMatch(a -> a.isInForceOn(at.today()));
    if (revokes) {
      events.add(AccessRevoked.ofPerson(at.person(), at.now()));
    }
    return new Decision<>(revokes ? ended.endingAccess(at) : ended, events);
  }

  private static Decision<Person> revoking(Person next, PersonEvent event, Moment at) {
    return new Decision<>(
        next.endingAccess(at), List.of(event, AccessRevoked.ofPerson(at.person(), at.now())));
  }

  Appointment appointment(UUID id) {
    return appointments.stream()
        .filter(a -> a.id().equals(id))
        .findFirst()
        .orElseThrow(PersonRules.AppointmentUnknown::new);
  }

  /** What she may do on a day in units that exist then. */
  public List<Appointment> inForceOn(LocalDate day, UnitLives units) {
    return appointments.stream()
        .filter(a -> a.isInForceOn(day) && units.existsOn(a.unitId(), day))
        .toList();
  }

  /**
   * Whether access given at an instant has not been ended since.
   *
   * @param given when she signed in
   */
  public boolean stillHas(Instant given) {
    return !locked && (accessEndedAt == null || given.isAfter(accessEndedAt));
  }

  private Person mapAppointments(UnaryOperator<Appointment> change) {
    return withAppointments(appointments.stream().map(change).toList());
  }

  private Person withAppointments(List<Appointment> changed) {
    return new Person(name, memberId, changed, password, locked, accessEndedAt);
  }

  private Person withPassword(Password changed) {
    return new Person(name, memberId, appointments, changed, locked, accessEndedAt);
  }

  private Person withLocked(boolean changed) {
    return new Person(name, memberId, appointments, password, changed, accessEndedAt);
  }

  private Person endingAccess(Moment at) {
    return new Person(name, memberId, appointments, password, locked, at.now());
  }

  /** Nothing of it may reach a log. */
  @Override
  public String toString() {
    return "Person[…]";
  }
}

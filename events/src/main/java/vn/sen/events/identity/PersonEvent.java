package vn.sen.events.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.EventName;

/** What happens to one person who signs in. Her sign-in name stays in the identity service. */
public sealed interface PersonEvent extends AccessEvent
    permits PersonEvent.PersonRegistered,
        PersonEvent.PersonAppointed,
        PersonEvent.AppointmentEnded,
        PersonEvent.FirstPasswordGiven,
        PersonEvent.PasswordChanged,
        PersonEvent.PersonLocked,
        PersonEvent.PersonUnlocked,
        AccessRevoked {

  /**
   * A person is known by name; what she may do, appointments say.
   *
   * @param memberId the member she is, where she is one
   */
  @EventName("identity.person.registered.v1")
  record PersonRegistered(@Nullable UUID memberId, LocalDate on) implements PersonEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * She holds roles at a unit and in what lies below it.
   *
   * @param unitId the unit, or null for the whole Union
   * @param from the first day
   * @param to the last day, or null while no end is set
   */
  @EventName("identity.person.appointed.v1")
  record PersonAppointed(
      UUID appointmentId,
      @Nullable UUID unitId,
      List<Role> roles,
      LocalDate from,
      @Nullable LocalDate to)
      implements PersonEvent {
    public PersonAppointed {
      roles = roles == null ? List.of() : List.copyOf(roles);
    }

    @Override
    public LocalDate effectiveDate() {
      return from;
    }
  }

  /**
   * An appointment has an end, or an earlier one than before.
   *
   * @param lastDay the last day in force; before the first day, if it never came into force
   */
  @EventName("identity.person.appointment-ended.v1")
  record AppointmentEnded(UUID appointmentId, LocalDate lastDay) implements PersonEvent {
    @Override
    public LocalDate effectiveDate() {
      return lastDay;
    }
  }

  /** She was given a password for one sign-in, at which she must choose her own. */
  @EventName("identity.person.first-password-given.v1")
  record FirstPasswordGiven(LocalDate on) implements PersonEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /** Her password is another one, or is kept by a newer scheme. */
  @EventName("identity.person.password-changed.v1")
  record PasswordChanged(LocalDate on) implements PersonEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /** An administrator locked her out. */
  @EventName("identity.person.locked.v1")
  record PersonLocked(LocalDate on) implements PersonEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /** She may sign in again. */
  @EventName("identity.person.unlocked.v1")
  record PersonUnlocked(LocalDate on) implements PersonEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }
}

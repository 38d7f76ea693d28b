package vn.sen.identity.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of a person's sign-in. */
sealed interface PersonCommand {

  /** Somebody new, with what she may do from the beginning. */
  record Register(String name, @Nullable UUID memberId, List<Appointment> appointments) {}

  record Appoint(Appointment appointment) implements PersonCommand {}

  /**
   * @param lastDay the last day in force
   */
  record EndAppointment(UUID appointmentId, LocalDate lastDay) implements PersonCommand {}

  /** She is no member any more from the day on: nothing she was appointed to outlasts that. */
  record LeaveTheUnion(LocalDate on) implements PersonCommand {}

  record GiveFirstPassword(String hash, Instant usableUntil) implements PersonCommand {}

  record ChangePassword(String hash) implements PersonCommand {}

  /** She chose another one herself; what was begun with the old one ends. */
  record ReplacePassword(String hash) implements PersonCommand {}

  record Lock() implements PersonCommand {}

  record Unlock() implements PersonCommand {}

  record SignOutEverywhere() implements PersonCommand {}
}

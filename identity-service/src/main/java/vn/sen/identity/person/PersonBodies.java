package vn.sen.identity.person;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.DateOutOfRange;
import vn.sen.events.identity.Role;

/** The bodies of commands to people who sign in. */
final class PersonBodies {

  private PersonBodies() {}

  /**
   * @param unitId left out for the whole Union
   * @param from the first day in force
   * @param to the last day in force; an auditor's needs one
   * @param purpose what an auditor reads for
   */
  record NewAppointment(
      @Nullable UUID unitId,
      @NotEmpty List<@NotNull Role> roles,
      @NotNull LocalDate from,
      @Nullable LocalDate to,
      @Nullable @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*") String purpose) {

    Appointment appointment(UUID id) {
      return new Appointment(
          id,
          unitId,
          roles,
          DateOutOfRange.checked("/from", from),
          to == null ? null : DateOutOfRange.checked("/to", to),
          purpose == null ? null : purpose.strip());
    }
  }

  /**
   * @param name to sign in with, the same in upper and lower case
   * @param memberId the member she is, where she is one: her leaving ends her appointments
   */
  record NewPerson(
      @NotNull @Pattern(regexp = SignInName.PATTERN) String name,
      @Nullable UUID memberId,
      @Nullable @Size(max = 20) List<@Valid @NotNull NewAppointment> appointments) {

    /** With ids that are the same whenever the command is tried again. */
    List<Appointment> appointments(UUID person) {
      var given = appointments == null ? List.<NewAppointment>of() : appointments;
      return IntStream.range(0, given.size())
          .mapToObj(
              i ->
                  given
                      .get(i)
                      .appointment(UUID.nameUUIDFromBytes((person + "/" + i).getBytes(UTF_8))))
          .toList();
    }
  }

  /**
   * @param lastDay the last day in force; earlier than an end already set
   */
  record End(@NotNull LocalDate lastDay) {}

  /**
   * @param password for one sign-in, at which she must choose her own; it is shown here and never
   *     again
   * @param usableUntil when it lapses
   */
  record GivenPassword(UUID id, long version, String password, Instant usableUntil) {}
}

package vn.sen.chassis.access;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a request, as the token says.
 *
 * @param subject a person's id, or the client's for a machine; written into histories
 * @param client the program she uses
 * @param session her sign-in session; null for a machine
 * @param issuedAt when the token was made
 * @param appointments what she may do where, today; to an endpoint only those with a role that it
 *     {@link Needs}
 * @param bank the bank whose machine this is, else null
 * @param purpose what an auditor said she looks for, else null
 */
public record Caller(
    String subject,
    String client,
    @Nullable String session,
    Instant issuedAt,
    List<Appointment> appointments,
    @Nullable UUID bank,
    @Nullable String purpose) {

  public Caller {
    appointments = List.copyOf(appointments);
  }

  /**
   * Roles at a unit and everything below it.
   *
   * @param unit null for the whole Union
   */
  public record Appointment(@Nullable UUID unit, Set<Role> roles) {
    public Appointment {
      roles = Set.copyOf(roles);
    }

    boolean hasAny(Collection<Role> wanted) {
      return roles.stream().anyMatch(role -> wanted.stream().anyMatch(role::includes));
    }
  }

  /** The same caller with only those of her appointments that have one of the roles. */
  public Caller acting(Collection<Role> wanted) {
    var fitting = appointments.stream().filter(a -> a.hasAny(wanted)).toList();
    return new Caller(subject, client, session, issuedAt, fitting, bank, purpose);
  }
}

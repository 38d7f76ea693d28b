package vn.sen.identity.person;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.identity.Role;

/**
 * Roles a person holds at a unit, and in what lies below it, for a time.
 *
 * @param unitId the unit, or null for the whole Union
 * @param roles in the order of {@link Role}, never empty
 * @param from the first day in force
 * @param to the last day in force, or null while no end is set
 * @param purpose what an auditor reads for, else null
 */
public record Appointment(
    UUID id,
    @Nullable UUID unitId,
    List<Role> roles,
    LocalDate from,
    @Nullable LocalDate to,
    @Nullable String purpose) {

  public Appointment {
    roles = roles.stream().distinct().sorted(Comparator.naturalOrder()).toList();
  }

  /**
   * The appointment itself.
   *
   * @throws vn.sen.chassis.domain.RuleViolation if no person can hold it
   */
  Appointment checked() {
    if (roles.contains(Role.BANK) || roles.contains(Role.DASHBOARD)) {
      throw new PersonRules.RoleOfMachines();
    }
    if (to != null && to.isBefore(from)) {
      throw new PersonRules.AppointmentEndsBeforeItBegins();
    }
    if (roles.contains(Role.AUDITOR)) {
      checkAudit();
    }
    return this;
  }

  private void checkAudit() {
    if (roles.size() > 1) {
      throw new PersonRules.AuditorActsAlone();
    }
    if (purpose == null || purpose.isBlank()) {
      throw new PersonRules.AuditNeedsPurpose();
    }
    if (to == null) {
      throw new PersonRules.AuditNeedsEnd();
    }
  }

  /** Whether the roles are held on the day, as far as the appointment itself says. */
  public boolean isInForceOn(LocalDate day) {
    return !day.isBefore(from) && !isOverBy(day);
  }

  /** Whether the last day lies before the day. */
  boolean isOverBy(LocalDate day) {
    return to != null && to.isBefore(day);
  }

  /** The same with an earlier end. */
  Appointment endingOn(LocalDate lastDay) {
    return new Appointment(id, unitId, roles, from, lastDay, purpose);
  }
}

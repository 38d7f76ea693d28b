package vn.sen.identity.token;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.identity.ClientKind;
import vn.sen.events.identity.Role;
import vn.sen.identity.client.Client;
import vn.sen.identity.person.Appointment;

/** The claim {@code sen}: what the bearer may do, as every service reads it. */
final class AccessClaim {

  static final String NAME = "sen";

  private AccessClaim() {}

  /** Of a person, by the appointments in force. */
  static Map<String, Object> of(List<Appointment> inForce) {
    var claim = new LinkedHashMap<String, Object>();
    var appointments = new ArrayList<Map<String, Object>>();
    for (var appointment : inForce) {
      appointments.add(appointment(appointment.unitId(), appointment.roles()));
      if (appointment.roles().contains(Role.AUDITOR) && appointment.purpose() != null) {
        claim.putIfAbsent("purpose", appointment.purpose());
      }
    }
    claim.put("appointments", appointments);
    return claim;
  }

  /** Of a machine. */
  static Map<String, Object> of(Client client) {
    var claim = new LinkedHashMap<String, Object>();
    var role = client.kind() == ClientKind.BANK ? Role.BANK : Role.DASHBOARD;
    claim.put("appointments", List.of(appointment(client.unitId(), List.of(role))));
    if (client.bankId() != null) {
      claim.put("bank", client.bankId().toString());
    }
    return claim;
  }

  /** Without a unit where it is the whole Union. */
  private static Map<String, Object> appointment(@Nullable UUID unit, List<Role> roles) {
    var appointment = new LinkedHashMap<String, Object>();
    if (unit != null) {
      appointment.put("unit", unit.toString());
    }
    appointment.put("roles", roles.stream().map(Role::name).toList());
    return appointment;
  }
}

package vn.sen.chassis.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

/** Reads a verified token as a {@link Caller}. */
final class CallerClaims {

  private static final String OWN_CLAIM = "sen";

  private CallerClaims() {}

  /**
   * @throws BadJwtException if the claims make no sense
   */
  static Caller read(Jwt token) {
    try {
      return caller(token);
    } catch (IllegalArgumentException | ClassCastException | NullPointerException e) {
      throw new BadJwtException("The claims cannot be read", e);
    }
  }

  private static Caller caller(Jwt token) {
    Map<?, ?> own = token.getClaim(OWN_CLAIM) instanceof Map<?, ?> claim ? claim : Map.of();
    var subject = required(token.getSubject(), "sub");
    return new Caller(
        subject,
        Objects.requireNonNullElse(token.getClaimAsString("client_id"), subject),
        token.getClaimAsString("sid"),
        required(token.getIssuedAt(), "iat"),
        appointments(own.get("appointments")),
        own.get("bank") instanceof String bank ? UUID.fromString(bank) : null,
        own.get("purpose") instanceof String purpose ? purpose : null);
  }

  private static <T> T required(@Nullable T claim, String name) {
    if (claim == null) {
      throw new IllegalArgumentException(name);
    }
    return claim;
  }

  private static List<Caller.Appointment> appointments(@Nullable Object claim) {
    var appointments = new ArrayList<Caller.Appointment>();
    if (claim instanceof Collection<?> entries) {
      for (var entry : entries) {
        var appointment = (Map<?, ?>) entry;
        var unit = appointment.get("unit");
        appointments.add(
            new Caller.Appointment(
                unit == null ? null : UUID.fromString((String) unit),
                roles((Collection<?>) required(appointment.get("roles"), "roles"))));
      }
    }
    return appointments;
  }

  private static Set<Role> roles(Collection<?> names) {
    var roles = EnumSet.noneOf(Role.class);
    names.forEach(name -> roles.add(Role.valueOf((String) name)));
    return roles;
  }
}

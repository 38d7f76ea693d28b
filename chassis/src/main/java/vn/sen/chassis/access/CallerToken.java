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
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** A verified token, read as a {@link Caller}. */
final class CallerToken extends AbstractAuthenticationToken {

  private static final String OWN_CLAIM = "sen";

  private final Caller caller;
  private final transient Jwt token;

  private CallerToken(Caller caller, Jwt token) {
    super(List.of());
    this.caller = caller;
    this.token = token;
    setAuthenticated(true);
  }

  /** Reads a token; one that was revoked, or whose claims make no sense, is not valid. */
  static Converter<Jwt, CallerToken> reader(Revocations revocations) {
    return token -> {
      try {
        var caller = caller(token);
        if (revocations.include(caller)) {
          throw new InvalidBearerTokenException("The token was revoked");
        }
        return new CallerToken(caller, token);
      } catch (IllegalArgumentException | ClassCastException | NullPointerException e) {
        throw new InvalidBearerTokenException("The claims cannot be read", e);
      }
    };
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

  @Override
  public Caller getPrincipal() {
    return caller;
  }

  @Override
  public Object getCredentials() {
    return token;
  }
}

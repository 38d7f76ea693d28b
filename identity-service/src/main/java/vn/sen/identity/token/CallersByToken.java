package vn.sen.identity.token;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import vn.sen.events.identity.Role;
import vn.sen.identity.person.Administration.Caller;
import vn.sen.identity.person.Administration.Callers;

/** Who calls, by the token that came with the request. */
@Component
class CallersByToken implements Callers {

  @Override
  public Caller present() {
    if (SecurityContextHolder.getContext().getAuthentication()
        instanceof JwtAuthenticationToken bearer) {
      var jwt = bearer.getToken();
      return new Caller(jwt.getSubject(), offices(jwt));
    }
    throw new TokenRequired();
  }

  private static List<Caller.Office> offices(Jwt jwt) {
    var offices = new ArrayList<Caller.Office>();
    Map<String, Object> claim = jwt.getClaimAsMap(AccessClaim.NAME);
    if (claim != null && claim.get("appointments") instanceof Collection<?> appointments) {
      for (var appointment : appointments) {
        if (appointment instanceof Map<?, ?> fields) {
          offices.add(office(fields));
        }
      }
    }
    return offices;
  }

  private static Caller.Office office(Map<?, ?> fields) {
    var roles = EnumSet.noneOf(Role.class);
    if (fields.get("roles") instanceof Collection<?> names) {
      names.forEach(name -> roles.add(Role.valueOf(String.valueOf(name))));
    }
    var unit = fields.get("unit");
    return new Caller.Office(unit == null ? null : UUID.fromString(unit.toString()), roles);
  }
}

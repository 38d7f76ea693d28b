package vn.sen.identity.token;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;
import vn.sen.chassis.domain.BusinessZone;
import vn.sen.chassis.store.Stored;
import vn.sen.identity.client.Clients;
import vn.sen.identity.person.Appointment;
import vn.sen.identity.person.People;
import vn.sen.identity.person.Person;
import vn.sen.identity.person.UnitLives;

/**
 * What stands in a token. Every token passes here, so here it is asked, of the person as she is
 * now, whether she may still have one.
 */
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

  /** RFC 9068. */
  static final String ACCESS_TOKEN_TYPE = "at+jwt";

  static final String AUDIENCE = "sen";
  private static final String SID = "sid";

  private final People people;
  private final Clients machines;
  private final OpenSignIns signIns;
  private final UnitLives units;
  private final Clock clock;

  TokenClaims(People people, Clients machines, OpenSignIns signIns, UnitLives units, Clock clock) {
    this.people = people;
    this.machines = machines;
    this.signIns = signIns;
    this.units = units;
    this.clock = clock;
  }

  @Override
  public void customize(JwtEncodingContext context) {
    boolean access = OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType());
    switch (Objects.requireNonNull((Object) context.getPrincipal())) {
      case SignedIn session -> {
        var person = signIns.personOf(session).orElseThrow(TokenClaims::noMore);
        if (access) {
          ofPerson(context, person);
          context.getClaims().claim(SID, session.sid().toString());
        } else {
          inIdToken(context.getClaims(), session, person);
        }
      }
      case ByName.OfPerson named -> ofPerson(context, person(named));
      case ByName.OfMachine named -> ofMachine(context, named.clientId());
      default -> ofMachine(context, context.getRegisteredClient().getClientId());
    }
    if (access) {
      context.getJwsHeader().type(ACCESS_TOKEN_TYPE);
      context.getClaims().audience(List.of(AUDIENCE));
    }
  }

  private Person person(ByName.OfPerson named) {
    return people
        .find(named.person())
        .map(Stored::state)
        .filter(person -> !person.locked())
        .orElseThrow(TokenClaims::noMore);
  }

  private static OAuth2AuthenticationException noMore() {
    return new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
  }

  private void ofPerson(JwtEncodingContext context, Person person) {
    var today = LocalDate.now(clock);
    var inForce = person.inForceOn(today, units);
    var issued = after(person.accessEndedAt());
    context
        .getClaims()
        .issuedAt(issued)
        .notBefore(issued)
        .claim("client_id", context.getRegisteredClient().getClientId())
        .claim(AccessClaim.NAME, AccessClaim.of(inForce));
    inForce.stream()
        .flatMap(this::end)
        .min(Instant::compareTo)
        .ifPresent(end -> shorten(context.getClaims(), end));
  }

  /**
   * Now, in whole seconds as tokens count. A token issued in the second in which earlier access was
   * ended must not look like one of those.
   */
  private Instant after(@Nullable Instant accessEnded) {
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return accessEnded == null || now.isAfter(accessEnded)
        ? now
        : accessEnded.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
  }

  /** When an appointment is over, by its own end and by its unit's. */
  private Stream<Instant> end(Appointment appointment) {
    var own = Stream.ofNullable(appointment.to()).map(day -> day.plusDays(1));
    var units = Stream.ofNullable(appointment.unitId()).flatMap(u -> this.units.endOf(u).stream());
    return Stream.concat(own, units).map(day -> day.atStartOfDay(BusinessZone.ID).toInstant());
  }

  /** No token outlives an appointment that it tells of. */
  private static void shorten(JwtClaimsSet.Builder claims, Instant end) {
    claims.claims(
        all ->
            all.computeIfPresent(
                "exp",
                (_, exp) -> exp instanceof Instant expires && expires.isAfter(end) ? end : exp));
  }

  private static void inIdToken(JwtClaimsSet.Builder claims, SignedIn session, Person person) {
    claims
        .claim(SID, session.sid().toString())
        .claim(IdTokenClaimNames.AUTH_TIME, session.since().getEpochSecond())
        .claim("preferred_username", person.name());
  }

  private void ofMachine(JwtEncodingContext context, String clientId) {
    var client =
        machines
            .named(clientId)
            .map(Stored::state)
            .filter(machine -> !machine.shutOut())
            .orElseThrow(TokenClaims::noMore);
    context
        .getClaims()
        .subject(clientId)
        .claim("client_id", clientId)
        .claim(AccessClaim.NAME, AccessClaim.of(client));
  }
}

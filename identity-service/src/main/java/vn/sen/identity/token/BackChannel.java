package vn.sen.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.sen.identity.person.OpenSessions;
import vn.sen.identity.session.EndedSessions;

/**
 * OpenID Connect back-channel logout: tells the gateway which session is over. It is told once,
 * beside the request that ended the session; a gateway that misses it learns the same when it next
 * needs a token, and its tokens are refused by the revocation feed.
 */
@Component
public class BackChannel implements OpenSessions {

  private static final Logger LOG = LoggerFactory.getLogger(BackChannel.class);
  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(2);

  private final Authorizations authorizations;
  private final EndedSessions ended;
  private final IdentityProperties properties;
  private final SigningKeys keys;
  private final Clock clock;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  BackChannel(
      Authorizations authorizations,
      EndedSessions ended,
      IdentityProperties properties,
      SigningKeys keys,
      Clock clock) {
    this.authorizations = authorizations;
    this.ended = ended;
    this.properties = properties;
    this.keys = keys;
    this.clock = clock;
  }

  /** Ends one session everywhere. */
  public void end(UUID sid) {
    ended.end(sid);
    tell(authorizations.ofSession(sid));
  }

  /** That they are over is decided elsewhere; here it is only told. */
  @Override
  public void endAllOf(UUID person) {
    tell(authorizations.ofPerson(person));
  }

  private void tell(List<Authorizations.Told> sessions) {
    var gateway = properties.gateway();
    var uri = gateway == null ? null : gateway.backChannelLogoutUri();
    if (gateway == null || uri == null) {
      return;
    }
    for (var session : sessions) {
      var token = token(session, gateway.clientId());
      Thread.ofVirtual().name("back-channel-logout").start(() -> post(uri, token));
    }
  }

  private String token(Authorizations.Told session, String clientId) {
    var now = clock.instant();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(properties.issuer().toString())
            .subject(session.person().toString())
            .audience(clientId)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(TOKEN_LIFE)))
            .jwtID(UUID.randomUUID().toString())
            .claim("sid", session.sid().toString())
            .claim("events", Map.of(EVENT, Map.of()))
            .build();
    try {
      var key = (RSAKey) keys.first().getKeys().getFirst();
      var jwt =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256)
                  .type(new JOSEObjectType("logout+jwt"))
                  .keyID(key.getKeyID())
                  .build(),
              claims);
      jwt.sign(new RSASSASigner(key));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("The signing key signs no logout token", e);
    }
  }

  private void post(URI to, String token) {
    var request =
        HttpRequest.newBuilder(to)
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("logout_token=" + token))
            .build();
    try {
      int status = http.send(request, BodyHandlers.discarding()).statusCode();
      if (status != 200 && status != 204) {
        LOG.warn("The gateway answered a back-channel logout with {}", status);
      }
    } catch (IOException e) {
      LOG.warn("The gateway was not told that a session is over; its next token tells it", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

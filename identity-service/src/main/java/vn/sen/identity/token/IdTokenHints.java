package vn.sen.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells which session an id token speaks of. A client that signs a person out shows one it was
 * given at any time, expired or not; that it is ours, its signature says.
 */
@Component
class IdTokenHints {

  private static final Logger LOG = LoggerFactory.getLogger(IdTokenHints.class);

  private final SigningKeys keys;

  IdTokenHints(SigningKeys keys) {
    this.keys = keys;
  }

  Optional<UUID> sessionOf(String idToken) {
    try {
      var jwt = SignedJWT.parse(idToken);
      var sid = jwt.getJWTClaimsSet().getStringClaim("sid");
      return sid != null && isOurs(jwt) ? Optional.of(UUID.fromString(sid)) : Optional.empty();
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      LOG.debug("No id token of ours", e);
      return Optional.empty();
    }
  }

  private boolean isOurs(SignedJWT jwt) throws JOSEException {
    return keys.all().getKeyByKeyId(jwt.getHeader().getKeyID()) instanceof RSAKey key
        && jwt.verify(new RSASSAVerifier(key));
  }
}

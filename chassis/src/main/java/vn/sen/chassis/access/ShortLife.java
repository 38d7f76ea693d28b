package vn.sen.chassis.access;

import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Refuses tokens that live longer than revocations are remembered, and those that do not say since
 * when: the decoder then makes up a second before their end.
 */
record ShortLife(Duration longest) implements OAuth2TokenValidator<Jwt> {

  @Override
  public OAuth2TokenValidatorResult validate(Jwt token) {
    var begin = token.getIssuedAt();
    var end = token.getExpiresAt();
    return begin != null
            && end != null
            && end.isAfter(begin.plusSeconds(1))
            && !end.isAfter(begin.plus(longest))
        ? OAuth2TokenValidatorResult.success()
        : OAuth2TokenValidatorResult.failure(
            new OAuth2Error(
                OAuth2ErrorCodes.INVALID_TOKEN, "The token lives for longer than allowed", null));
  }
}

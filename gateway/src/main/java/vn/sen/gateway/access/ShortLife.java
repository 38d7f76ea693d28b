package vn.sen.gateway.access;

import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** Refuses tokens that would outlive the memory of revocations. */
record ShortLife(Duration longest) implements OAuth2TokenValidator<Jwt> {

  private static final OAuth2TokenValidatorResult TOO_LONG =
      OAuth2TokenValidatorResult.failure(
          new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "The token lives for too long", null));

  @Override
  public OAuth2TokenValidatorResult validate(Jwt token) {
    var begin = token.getIssuedAt();
    var end = token.getExpiresAt();
    return begin != null && end != null && !end.isAfter(begin.plus(longest))
        ? OAuth2TokenValidatorResult.success()
        : TOO_LONG;
  }
}

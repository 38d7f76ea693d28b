package vn.sen.gateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.sen.gateway.GatewaySettings;
import vn.sen.gateway.problem.Refusal;

/**
 * Checks access tokens: signature, issuer, audience, time, and that they are short-lived. One that
 * has passed is known again as long as it lives; one that has not is never kept. Revocations are
 * the services' matter, who check every token too.
 */
@Component
final class AccessTokens {

  private static final int KEPT = 10_000;

  private final ReactiveJwtDecoder checking;
  private final Cache<String, Bearer> valid =
      Caffeine.newBuilder()
          .maximumSize(KEPT)
          .expireAfter(Expiry.creating((String _, Bearer bearer) -> bearer.timeLeft()))
          .executor(Runnable::run)
          .build();

  AccessTokens(AccessSettings settings, IssuerKeys keys) {
    var type = new JwtTypeValidator(List.of("at+jwt", "application/at+jwt", "JWT"));
    type.setAllowEmpty(true);
    checking =
        keys.decoder(
            List.of(
                type,
                new JwtIssuerValidator(settings.issuer().toString()),
                new JwtAudienceValidator(settings.audience()),
                new JwtTimestampValidator(),
                new JwtClaimValidator<String>(JwtClaimNames.SUB, Objects::nonNull),
                new ShortLife(settings.longest())));
  }

  /** Whose a token is that has passed before and lives still; null for any other. */
  @Nullable Bearer known(String token) {
    return valid.getIfPresent(token);
  }

  /** Fails with a {@link JwtException} if the token is not valid. */
  Mono<Bearer> check(String token) {
    return checking
        .decode(token)
        .map(Bearer::of)
        .doOnNext(bearer -> valid.put(token, bearer))
        .onErrorMap(
            IllegalStateException.class, e -> Refusal.unavailable(GatewaySettings.IDENTITY, e));
  }
}

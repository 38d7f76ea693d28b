package vn.sen.gateway.access;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyConverter;
import com.nimbusds.jose.proc.JWKSecurityContext;
import com.nimbusds.jwt.SignedJWT;
import java.security.Key;
import java.security.PublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.MappedJwtClaimSetConverter;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The issuer's public keys. However many tokens name keys that nobody knows, the issuer is asked
 * only so often; while it cannot be reached, the keys known last go on to hold.
 */
@Component
public final class IssuerKeys {

  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

  /** A key that the issuer takes back is believed for no longer. */
  private static final Duration AGE = Duration.ofMinutes(5);

  private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(5);

  private static final MappedJwtClaimSetConverter USUAL_CLAIMS =
      MappedJwtClaimSetConverter.withDefaults(Map.of());

  private final Mono<JWKSet> keys;
  private final Mono<JWKSet> newest;
  private volatile @Nullable JWKSet last;

  IssuerKeys(AccessSettings settings, IssuerClient issuer) {
    var given = settings.jwkSet();
    var address =
        given == null
            ? issuer.metadata().map(metadata -> String.valueOf(metadata.get("jwks_uri")))
            : Mono.just(given.toString());
    newest =
        IssuerClient.cached(
            address.flatMap(issuer::get).map(IssuerKeys::parse).doOnNext(found -> last = found),
            BETWEEN_QUESTIONS);
    keys = IssuerClient.cached(newest.onErrorResume(this::last), AGE);
  }

  /** Reads tokens that the issuer has signed and that pass the checks. */
  public ReactiveJwtDecoder decoder(List<OAuth2TokenValidator<Jwt>> checks) {
    var decoder =
        NimbusReactiveJwtDecoder.withJwkSource(this::of)
            .jwtProcessorCustomizer(processor -> processor.setJWSKeySelector(IssuerKeys::select))
            .build();
    decoder.setClaimSetConverter(IssuerKeys::dated);
    decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(checks));
    return decoder;
  }

  private Flux<JWK> of(SignedJWT token) {
    var id = token.getHeader().getKeyID();
    return keys.flatMap(known -> known.getKeyByKeyId(id) == null ? newest : Mono.just(known))
        .flatMapIterable(JWKSet::getKeys);
  }

  private Mono<JWKSet> last(Throwable failure) {
    var known = last;
    return known == null ? Mono.error(failure) : Mono.just(known);
  }

  /** Spring would make up an issue time where there is none, and revocations go by it. */
  private static Map<String, Object> dated(Map<String, Object> claims) {
    if (claims.get(JwtClaimNames.IAT) == null) {
      throw new BadJwtException("The token does not say when it was issued");
    }
    return USUAL_CLAIMS.convert(claims);
  }

  private static JWKSet parse(Map<String, Object> json) {
    try {
      return JWKSet.parse(json);
    } catch (ParseException e) {
      throw new IllegalStateException("The issuer's keys cannot be read", e);
    }
  }

  private static List<? extends Key> select(JWSHeader header, JWKSecurityContext context) {
    if (!ALGORITHMS.contains(header.getAlgorithm())) {
      return List.of();
    }
    var fitting = new JWKSelector(JWKMatcher.forJWSHeader(header));
    return KeyConverter.toJavaKeys(fitting.select(new JWKSet(context.getKeys()))).stream()
        .filter(PublicKey.class::isInstance)
        .toList();
  }
}

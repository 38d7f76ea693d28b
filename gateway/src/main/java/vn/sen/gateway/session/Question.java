package vn.sen.gateway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/**
 * What the gateway has asked the issuer about somebody who wants to sign in. Her browser keeps it,
 * sealed, until she comes back: nothing needs to be kept here for people who never do.
 *
 * @param state comes back with the answer
 * @param nonce comes back in the id token
 * @param verifier proves to the issuer that the code is redeemed by who asked for it
 * @param returnTo the page she wanted
 * @param asked when
 */
record Question(String state, String nonce, String verifier, String returnTo, Instant asked) {

  static final Duration LIFE = Duration.ofMinutes(10);

  static Question of(OAuth2AuthorizationRequest request, String returnTo, Instant now) {
    Map<String, Object> secrets = request.getAttributes();
    return new Question(
        Objects.requireNonNull(request.getState()),
        secret(secrets, OidcParameterNames.NONCE),
        secret(secrets, PkceParameterNames.CODE_VERIFIER),
        returnTo,
        now);
  }

  private static String secret(Map<String, Object> secrets, String name) {
    return (String) Objects.requireNonNull(secrets.get(name));
  }

  boolean isTooOld(Instant now) {
    return asked.plus(LIFE).isBefore(now);
  }

  OAuth2AuthorizationRequest request(ClientRegistration registration) {
    Map<String, Object> secrets = new HashMap<>();
    secrets.put(OAuth2ParameterNames.REGISTRATION_ID, registration.getRegistrationId());
    secrets.put(OidcParameterNames.NONCE, nonce);
    secrets.put(PkceParameterNames.CODE_VERIFIER, verifier);
    return OAuth2AuthorizationRequest.authorizationCode()
        .authorizationUri(
            Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
        .clientId(registration.getClientId())
        .redirectUri(registration.getRedirectUri())
        .scopes(registration.getScopes())
        .state(state)
        .attributes(secrets)
        .build();
  }
}

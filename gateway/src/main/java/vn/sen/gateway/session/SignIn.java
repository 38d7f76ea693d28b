package vn.sen.gateway.session;

import java.net.URI;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.gateway.problem.Problem;
import vn.sen.gateway.problem.Refusal;

/** The way to the issuer and back: an authorization code with proof key (PKCE), state and nonce. */
final class SignIn {

  private static final String PURPOSE = "sign-in";
  private static final byte[] NOBODY = {};

  /** A path that no browser takes for another host. */
  private static final Pattern OWN_PAGE = Pattern.compile("/(?!/)[!-~&&[^\\\\]]{0,1000}");

  private final ConsoleClient client;
  private final Keys keys;
  private final JsonMapper json;
  private final String issuer;
  private final Clock clock;
  private final ServerOAuth2AuthorizationRequestResolver requests;

  SignIn(ConsoleClient client, Keys keys, JsonMapper json, URI issuer, Clock clock) {
    this.client = client;
    this.keys = keys;
    this.json = json;
    this.issuer = issuer.toString();
    this.clock = clock;
    this.requests = new DefaultServerOAuth2AuthorizationRequestResolver(_ -> client.registration());
  }

  /**
   * Where the browser goes, and what it has to keep meanwhile.
   *
   * @param sealed only this gateway can read it
   */
  record Departure(URI issuer, String sealed) {}

  /** Somebody who has come back, and the page she wanted. */
  record Return(SignedIn person, String page) {}

  Mono<Departure> begin(ServerWebExchange exchange, String returnTo) {
    if (!OWN_PAGE.matcher(returnTo).matches()) {
      return Mono.error(new Refusal(Problem.BAD_REQUEST));
    }
    return requests
        .resolve(exchange, ConsoleClient.NAME)
        .map(
            request ->
                new Departure(
                    URI.create(request.getAuthorizationRequestUri()),
                    seal(Question.of(request, returnTo, clock.instant()))));
  }

  /**
   * @param sealed what the browser has kept
   * @param answer the parameters the issuer sent it back with
   */
  Mono<Return> finish(Optional<String> sealed, MultiValueMap<String, String> answer) {
    var question = sealed.flatMap(this::open).filter(asked -> !asked.isTooOld(clock.instant()));
    var state = answer.getFirst(OAuth2ParameterNames.STATE);
    if (question.isEmpty() || state == null || isAnothersAnswer(answer)) {
      return Mono.error(new Refusal(Problem.SIGN_IN_FAILED));
    }
    return client
        .signIn(question.get(), response(state, answer))
        .map(person -> new Return(person, question.get().returnTo()))
        .onErrorMap(AuthenticationException.class, _ -> new Refusal(Problem.SIGN_IN_FAILED));
  }

  /** Who answers says so where she can (RFC 9207): a mix-up of issuers gets no code. */
  private boolean isAnothersAnswer(MultiValueMap<String, String> answer) {
    var who = answer.getFirst("iss");
    return who != null && !who.equals(issuer);
  }

  private static OAuth2AuthorizationResponse response(
      String state, MultiValueMap<String, String> answer) {
    var code = answer.getFirst(OAuth2ParameterNames.CODE);
    var response =
        code == null
            ? OAuth2AuthorizationResponse.error("no_code")
            : OAuth2AuthorizationResponse.success(code);
    return response.state(state).redirectUri(ConsoleClient.CALLBACK).build();
  }

  private String seal(Question question) {
    var sealed = keys.seal(json.writeValueAsBytes(question), PURPOSE, NOBODY);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  private Optional<Question> open(String sealed) {
    try {
      return keys.open(Base64.getUrlDecoder().decode(sealed), PURPOSE, NOBODY)
          .map(plain -> json.readValue(plain, Question.class));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}

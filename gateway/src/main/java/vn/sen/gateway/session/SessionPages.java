package vn.sen.gateway.session;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import vn.sen.gateway.problem.Problem;
import vn.sen.gateway.problem.Refusal;

/** What browsers, and the issuer behind their backs, find under {@code /session}. */
final class SessionPages {

  private final Sessions sessions;
  private final SignIn signIn;
  private final ConsoleClient client;
  private final ReactiveJwtDecoder logoutTokens;
  private final Cookies cookies;
  private final Keys keys;
  private final URI external;

  SessionPages(
      Sessions sessions,
      SignIn signIn,
      ConsoleClient client,
      ReactiveJwtDecoder logoutTokens,
      Cookies cookies,
      Keys keys,
      URI external) {
    this.sessions = sessions;
    this.signIn = signIn;
    this.client = client;
    this.logoutTokens = logoutTokens;
    this.cookies = cookies;
    this.keys = keys;
    this.external = external;
  }

  RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET("/session", this::show)
        .GET("/session/sign-in", this::begin)
        .GET(ConsoleClient.CALLBACK, this::finish)
        .POST("/session/sign-out", this::signOut)
        .POST("/session/back-channel", this::endedByIssuer)
        .build();
  }

  /**
   * What a page may know of its session.
   *
   * @param csrfToken to be sent in {@code Sen-Csrf} with every command
   * @param ends when it is over if nothing is asked for until then
   */
  record Shown(String csrfToken, Instant begun, Instant ends) {}

  /** Where a page must send the browser so that it is signed out at the issuer too. */
  record SignedOut(URI continueAt) {}

  private Mono<ServerResponse> show(ServerRequest request) {
    return Mono.justOrEmpty(id(request))
        .flatMap(
            id ->
                sessions
                    .find(id)
                    .map(found -> new Shown(id.csrfToken(), found.begun(), found.ends())))
        .switchIfEmpty(Mono.error(() -> new Refusal(Problem.SIGN_IN_NEEDED)))
        .flatMap(
            shown -> ServerResponse.ok().cacheControl(CacheControl.noStore()).bodyValue(shown));
  }

  private Mono<ServerResponse> begin(ServerRequest request) {
    return signIn
        .begin(request.exchange(), request.queryParam("return").orElse("/"))
        .flatMap(
            departure ->
                redirect(departure.issuer(), cookies.signIn(departure.sealed(), Question.LIFE)));
  }

  private Mono<ServerResponse> finish(ServerRequest request) {
    var http = request.exchange().getRequest();
    return Mono.defer(() -> signIn.finish(cookies.signIn(http), request.queryParams()))
        .flatMap(
            back ->
                Mono.justOrEmpty(id(request))
                    .flatMap(sessions::end)
                    .then(sessions.begin(back.person()))
                    .flatMap(
                        id ->
                            redirect(
                                URI.create(external + back.page()),
                                cookies.session(id.cookie()),
                                cookies.noSignIn())));
  }

  private Mono<ServerResponse> signOut(ServerRequest request) {
    var id = id(request).orElseThrow(() -> new Refusal(Problem.SIGN_IN_NEEDED));
    Csrf.require(request.exchange().getRequest(), id);
    boolean everywhere = request.queryParam("everywhere").isPresent();
    return sessions
        .find(id)
        .flatMap(
            found ->
                (everywhere ? sessions.endAllOf(found.subject()) : sessions.end(id))
                    .then(client.signOutPage(found.tokens())))
        .defaultIfEmpty(client.home())
        .flatMap(
            page ->
                ServerResponse.ok()
                    .cacheControl(CacheControl.noStore())
                    .cookie(cookies.noSession())
                    .bodyValue(new SignedOut(page)));
  }

  private Mono<ServerResponse> endedByIssuer(ServerRequest request) {
    return request
        .formData()
        .flatMap(form -> Mono.justOrEmpty(form.getFirst("logout_token")))
        .flatMap(logoutTokens::decode)
        .onErrorMap(JwtException.class, _ -> new Refusal(Problem.BAD_REQUEST))
        .switchIfEmpty(Mono.error(() -> new Refusal(Problem.BAD_REQUEST)))
        .flatMap(token -> end(token).thenReturn(token))
        .flatMap(_ -> ServerResponse.ok().cacheControl(CacheControl.noStore()).build());
  }

  private Mono<Void> end(Jwt token) {
    var sid = token.getClaimAsString("sid");
    return sid == null
        ? sessions.endAllOf(Objects.requireNonNull(token.getSubject()))
        : sessions.endSignIn(sid);
  }

  private Optional<SessionId> id(ServerRequest request) {
    return cookies
        .session(request.exchange().getRequest())
        .flatMap(value -> SessionId.parse(value, keys));
  }

  private static Mono<ServerResponse> redirect(URI to, ResponseCookie... set) {
    var response = ServerResponse.seeOther(to).cacheControl(CacheControl.noStore());
    for (var cookie : set) {
      response.cookie(cookie);
    }
    return response.build();
  }
}

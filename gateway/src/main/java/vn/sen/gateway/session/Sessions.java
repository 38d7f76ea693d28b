package vn.sen.gateway.session;

import java.time.Clock;
import java.time.Duration;
import reactor.core.publisher.Mono;
import vn.sen.gateway.GatewaySettings;
import vn.sen.gateway.problem.Problem;
import vn.sen.gateway.problem.Refusal;

/** Begins, finds and ends sessions, and keeps their tokens fresh. */
final class Sessions {

  /** One renewal takes less, or has come to nothing. */
  private static final Duration RENEWAL = Duration.ofSeconds(10);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final SessionStore store;
  private final ConsoleClient client;
  private final Keys keys;
  private final SessionSettings settings;
  private final Clock clock;

  Sessions(
      SessionStore store, ConsoleClient client, Keys keys, SessionSettings settings, Clock clock) {
    this.store = store;
    this.client = client;
    this.keys = keys;
    this.settings = settings;
    this.clock = clock;
  }

  /** A new session under a new id, whatever id the browser had before. */
  Mono<SessionId> begin(SignedIn person) {
    var id = SessionId.create(keys);
    var session =
        Session.begin(person.subject(), person.sid(), person.tokens(), clock.instant(), settings);
    return store.add(id, session).thenReturn(id);
  }

  /** The session with tokens that can be used now; empty if there is none or it is over. */
  Mono<Session> use(SessionId id) {
    return find(id).flatMap(session -> noted(id, session)).flatMap(session -> fresh(id, session));
  }

  /** The session as it is, over or not renewable or whatever. */
  Mono<Session> find(SessionId id) {
    return store.find(id).filter(session -> !session.isOver(clock.instant()));
  }

  Mono<Void> end(SessionId id) {
    return store.remove(id);
  }

  /** Ends all sessions of a person, in all her browsers. */
  Mono<Void> endAllOf(String subject) {
    return store.removeAllOf(subject);
  }

  /** Ends what belongs to one sign-in at the issuer. */
  Mono<Void> endSignIn(String sid) {
    return store.removeSignIn(sid);
  }

  private Mono<Session> noted(SessionId id, Session session) {
    var now = clock.instant();
    if (!session.isWorthNoting(now, settings)) {
      return Mono.just(session);
    }
    var used = session.usedAt(now, settings);
    return store.note(id, used).thenReturn(used);
  }

  /**
   * One request of many renews the tokens, in whatever instance; the others go on with the old ones
   * while these hold, and wait for the new ones after that.
   */
  private Mono<Session> fresh(SessionId id, Session session) {
    var now = clock.instant();
    if (!session.tokens().areDue(now)) {
      return Mono.just(session);
    }
    return store
        .mayRenew(id, session, now, now.plus(RENEWAL))
        .flatMap(mine -> mine ? renewed(id, session) : meanwhile(id, session));
  }

  private Mono<Session> renewed(SessionId id, Session session) {
    return client
        .renew(session.tokens())
        .map(session::with)
        .flatMap(renewed -> store.renew(id, renewed).thenReturn(renewed))
        .switchIfEmpty(Mono.defer(() -> store.remove(id)).then(Mono.empty()))
        .onErrorResume(
            Refusal.class, failure -> store.giveUpRenewal(id, session).then(old(session, failure)));
  }

  private Mono<Session> old(Session session, Refusal failure) {
    return session.tokens().areOver(clock.instant()) ? Mono.error(failure) : Mono.just(session);
  }

  private Mono<Session> meanwhile(SessionId id, Session session) {
    return session.tokens().areOver(clock.instant()) ? awaited(id) : Mono.just(session);
  }

  private Mono<Session> awaited(SessionId id) {
    return Mono.delay(BETWEEN_LOOKS)
        .then(find(id))
        .flatMap(session -> fresh(id, session))
        .timeout(
            RENEWAL,
            Mono.error(() -> new Refusal(Problem.SERVICE_UNAVAILABLE, GatewaySettings.IDENTITY)));
  }
}

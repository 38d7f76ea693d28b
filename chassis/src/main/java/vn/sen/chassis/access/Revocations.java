package vn.sen.chassis.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import vn.sen.chassis.follow.TopicFollower;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventRecord;
import vn.sen.events.Topic;
import vn.sen.events.identity.AccessRevoked;
import vn.sen.events.identity.IdentityEvents;

/**
 * Knows whose tokens were revoked, as the issuer tells it, for as long as such tokens could still
 * be valid. Where another issuer stands in the identity service's place and says nothing, tokens
 * end by themselves.
 */
public final class Revocations implements SmartLifecycle {

  private final Duration longest;
  private final TopicFollower follower;
  private final Map<String, Instant> subjects = new ConcurrentHashMap<>();
  private final Map<String, Instant> sessions = new ConcurrentHashMap<>();
  private final Map<String, Instant> clients = new ConcurrentHashMap<>();

  /**
   * @param bootstrapServers host:port, comma separated
   * @param longest how long a token lives at most
   */
  public Revocations(String bootstrapServers, Duration longest) {
    this.longest = longest;
    this.follower =
        new TopicFollower(
            bootstrapServers,
            Topic.ACCESS.name(),
            IdentityEvents.CATALOG,
            // clocks differ a little
            longest.multipliedBy(2),
            new Taking());
  }

  private final class Taking implements TopicFollower.Listener {

    @Override
    public void take(EventRecord record, DomainEvent event) {
      if (event instanceof AccessRevoked revoked) {
        note(revoked);
      }
    }

    @Override
    public void upToDate() {
      var over = Instant.now().minus(longest.multipliedBy(2));
      for (var known : List.of(subjects, sessions, clients)) {
        known.values().removeIf(over::isAfter);
      }
    }
  }

  /** Takes note of a revocation. */
  void note(AccessRevoked revoked) {
    note(subjects, revoked.subject(), revoked.before());
    note(sessions, revoked.sid(), revoked.before());
    note(clients, revoked.clientId(), revoked.before());
  }

  private static void note(Map<String, Instant> known, @Nullable Object whose, Instant before) {
    if (whose != null) {
      known.merge(whose.toString(), before, (one, other) -> one.isAfter(other) ? one : other);
    }
  }

  /** Whether the caller's token was issued before it was revoked. */
  boolean include(Caller caller) {
    return covers(subjects.get(caller.subject()), caller)
        || covers(clients.get(caller.client()), caller)
        || caller.session() != null && covers(sessions.get(caller.session()), caller);
  }

  private static boolean covers(@Nullable Instant before, Caller caller) {
    return before != null && !caller.issuedAt().isAfter(before);
  }

  /**
   * Whether all that was revoked before this instance started is known. A topic that does not exist
   * holds no revocations.
   */
  boolean known() {
    return follower.caughtUp() || follower.topicMissing();
  }

  @Override
  public void start() {
    follower.start();
  }

  @Override
  public void stop() {
    follower.stop();
  }

  @Override
  public boolean isRunning() {
    return follower.isRunning();
  }

  /** Before anything that answers requests. */
  @Override
  public int getPhase() {
    return 0;
  }
}

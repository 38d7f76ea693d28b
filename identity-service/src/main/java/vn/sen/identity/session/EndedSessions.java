package vn.sen.identity.session;

import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.store.AggregateKind;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.events.Topic;
import vn.sen.events.identity.IdentityEvents;

/** Remembers which sign-in sessions were ended before their time. */
@Component
public class EndedSessions {

  private static final String PROCESS = "identity.sessions";
  private static final String ENDED_AT = "endedAt";

  private static final AggregateKind<EndedSession> KIND =
      new AggregateKind<>(
          "session",
          "sessions",
          Topic.ACCESS,
          IdentityEvents.SOURCE,
          IdentityEvents.CATALOG,
          EndedSession.class,
          EndedSessions::index,
          _ -> List.of(),
          List.of(List.of(ENDED_AT)));

  private final AggregateStore<EndedSession> store;
  private final Clock clock;

  EndedSessions(AggregateStores stores, Clock clock) {
    this.store = stores.open(KIND);
    this.clock = clock;
  }

  /** Its tokens are refused from now on, everywhere; said twice it changes nothing. */
  public void end(UUID sid) {
    store.changeOrBegin(
        sid,
        CommandContext.process(PROCESS, sid.toString()),
        EndedSession.OPEN,
        session -> session.end(sid, clock.instant()));
  }

  private static Map<String, ?> index(EndedSession session) {
    return session.endedAt() == null ? Map.of() : Map.of(ENDED_AT, Date.from(session.endedAt()));
  }

  public boolean contains(UUID sid) {
    return store.find(sid).isPresent();
  }

  /**
   * Forgets those that were ended so long ago that nothing of them can come again.
   *
   * @param before ended before this
   */
  public void sweep(Instant before) {
    store.documents().deleteMany(Filters.lt("ix." + ENDED_AT, Date.from(before)));
  }
}

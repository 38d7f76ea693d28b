package vn.sen.identity.session;

import java.time.Clock;
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

  private static final AggregateKind<EndedSession> KIND =
      new AggregateKind<>(
          "session",
          "sessions",
          Topic.ACCESS,
          IdentityEvents.SOURCE,
          IdentityEvents.CATALOG,
          EndedSession.class,
          _ -> Map.of(),
          _ -> List.of(),
          List.of());

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

  public boolean contains(UUID sid) {
    return store.find(sid).isPresent();
  }
}

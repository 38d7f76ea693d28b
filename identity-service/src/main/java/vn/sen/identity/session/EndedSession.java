package vn.sen.identity.session;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.Decision;
import vn.sen.events.identity.AccessRevoked;

/**
 * A sign-in session as far as anything was written about it: nothing is, until it is ended before
 * its time.
 *
 * @param endedAt null while it is open
 */
record EndedSession(@Nullable Instant endedAt) {

  static final EndedSession OPEN = new EndedSession(null);

  Decision<EndedSession> end(UUID sid, Instant now) {
    return endedAt != null
        ? Decision.nothing(this)
        : Decision.of(new EndedSession(now), AccessRevoked.ofSession(sid, now));
  }
}

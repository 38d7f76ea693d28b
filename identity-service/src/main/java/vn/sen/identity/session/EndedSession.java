package vn.sen.identity.session;

import java.time.Instant;
import java.util.UUID;
import vn.sen.chassis.domain.Decision;
import vn.sen.events.identity.AccessRevoked;

/**
 * A sign-in session as far as anything was written about it: nothing is, until it is ended before
 * its time.
 */
record EndedSession(boolean ended) {

  static final EndedSession OPEN = new EndedSession(false);

  Decision<EndedSession> end(UUID sid, Instant now) {
    return ended
        ? Decision.nothing(this)
        : Decision.of(new EndedSession(true), AccessRevoked.ofSession(sid, now));
  }
}

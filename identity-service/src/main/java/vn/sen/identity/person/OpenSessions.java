package vn.sen.identity.person;

import java.util.UUID;

/** The sign-in sessions that are open now, wherever they are kept. */
public interface OpenSessions {

  /** Tells everybody who relies on them that a person's sessions are over. */
  void endAllOf(UUID person);
}

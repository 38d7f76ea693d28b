package vn.sen.identity.token;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.sen.chassis.store.Stored;
import vn.sen.identity.person.People;
import vn.sen.identity.person.Person;
import vn.sen.identity.session.EndedSessions;

/** Tells whether a sign-in still holds: asked of the person as she is now, never of a copy. */
@Component
class OpenSignIns {

  private final People people;
  private final EndedSessions ended;
  private final Clock clock;

  OpenSignIns(People people, EndedSessions ended, Clock clock) {
    this.people = people;
    this.ended = ended;
    this.clock = clock;
  }

  /** The person who signed in, or empty if that is over. */
  Optional<Person> personOf(SignedIn session) {
    return people
        .find(session.person())
        .map(Stored::state)
        .filter(person -> person.stillHas(session.since()))
        .filter(_ -> clock.instant().isBefore(session.until()))
        .filter(_ -> !ended.contains(session.sid()));
  }
}

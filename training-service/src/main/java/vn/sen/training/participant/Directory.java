package vn.sen.training.participant;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Scope;
import vn.sen.events.training.Enrolment;
import vn.sen.training.people.KnownPeople;

/** Says of any person who takes part where she belongs and as what she takes part. */
@Component
public class Directory {

  private final KnownPeople people;
  private final Participants participants;
  private final Scope scope;

  Directory(KnownPeople people, Participants participants, Scope scope) {
    this.people = people;
    this.participants = participants;
    this.scope = scope;
  }

  /** Those of the people whom anybody knows, as they take part in what happens on a day. */
  public Map<UUID, Enrolment> on(Collection<UUID> ids, LocalDate day) {
    var found = new HashMap<UUID, Enrolment>();
    people
        .on(ids, day)
        .forEach(
            (id, known) ->
                found.put(id, new Enrolment(id, known.unitId(), known.via(), known.category())));
    var others = ids.stream().filter(id -> !found.containsKey(id)).toList();
    participants
        .findAll(others)
        .forEach(
            (id, stored) -> {
              var participant = stored.state();
              if (participant.erasedOn() == null) {
                found.put(
                    id, new Enrolment(id, participant.unitId(), List.of(), participant.category()));
              }
            });
    return found;
  }

  /** Those of the people of whom anything was ever heard, also who was erased since. */
  public Set<UUID> heardOf(Collection<UUID> ids) {
    var heard = new HashSet<>(people.heardOf(ids));
    heard.addAll(participants.findAll(ids).keySet());
    return heard;
  }

  /** Whether a caller may see the record of a person; false where nobody knows her. */
  public boolean isSeenBy(Caller caller, UUID person, LocalDate day) {
    var known = on(Set.of(person), day).get(person);
    return known != null && scope.covers(caller, known.unitId(), known.via(), day);
  }

  /** The name of a participant whom only training knows; empty for members, and once erased. */
  public Optional<String> nameOf(UUID person) {
    return participants.find(person).map(Participant::name);
  }
}

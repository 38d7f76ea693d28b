package vn.sen.training.trainingclass;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.OutOfScope;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.org.OrgFollower;
import vn.sen.events.training.Enrolment;
import vn.sen.training.participant.Directory;

/**
 * Says who may enrol whom. The organiser's officer enrols whomever her unit reaches; an officer of
 * another unit enrols her own people, as far as the organiser granted that unit places.
 */
@Component
class Enrolments {

  private final Directory directory;
  private final OrgFollower orgUnits;
  private final Scope scope;

  Enrolments(Directory directory, OrgFollower orgUnits, Scope scope) {
    this.directory = directory;
    this.orgUnits = orgUnits;
    this.scope = scope;
  }

  /**
   * The seats people would take in a class.
   *
   * @param people in the order of the request
   * @throws OutOfScope if somebody is not one of the caller's (403)
   * @throws ClassRules.NoPlacesGranted if the caller is of another unit that has no places
   * @throws ClassRules.ParticipantUnknown if nobody knows somebody
   */
  List<Seat> seats(Caller caller, TrainingClass state, List<UUID> people) {
    var day = state.outline().begin();
    var known = directory.on(people, day);
    boolean organises =
        scope.covers(caller, state.outline().plan().unitId(), state.outline().via(), day);
    var seats = new ArrayList<Seat>();
    var named = new HashSet<UUID>();
    for (int i = 0; i < people.size(); i++) {
      var person = people.get(i);
      if (!named.add(person)) {
        throw new ClassRules.NamedTwice("/participants/" + i);
      }
      var enrolment = known.get(person);
      if (enrolment == null) {
        throw new ClassRules.ParticipantUnknown(i);
      }
      scope.require(caller, enrolment.unitId(), enrolment.via(), day, "/participants/" + i);
      var sentBy = sentBy(state, enrolment);
      if (!organises && (sentBy == null || !scope.covers(caller, sentBy, List.of(), day))) {
        throw new ClassRules.NoPlacesGranted(i);
      }
      seats.add(Seat.of(enrolment, sentBy));
    }
    return seats;
  }

  /** The lowest unit above somebody that has places, or null. */
  private @Nullable UUID sentBy(TrainingClass state, Enrolment enrolment) {
    var path =
        orgUnits.map().place(enrolment.unitId(), enrolment.via(), state.outline().begin()).path();
    return path.stream()
        .filter(unit -> state.roll().placesOf(unit).isPresent())
        .findFirst()
        .orElse(null);
  }
}

package vn.sen.training.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.OutOfScope;
import vn.sen.chassis.access.Scope;
import vn.sen.events.training.MemberAttendance;
import vn.sen.training.people.KnownPeople;

/** Says as what members came. An officer names people whom her unit reaches; others are counted. */
@Component
class KnownAttendees {

  private final KnownPeople people;
  private final Scope scope;

  KnownAttendees(KnownPeople people, Scope scope) {
    this.people = people;
    this.scope = scope;
  }

  /**
   * The members as they came. Who was named before stays as she was: she may have been erased, or
   * have moved, since.
   *
   * @param day the activity's last day
   * @throws OutOfScope if somebody is not one of the caller's (403)
   * @throws ActivityRules.AttendeeUnknown if nobody knows somebody
   */
  List<MemberAttendance> of(Caller caller, Activity state, List<UUID> members, LocalDate day) {
    Map<UUID, MemberAttendance> before =
        state.attendees().members().stream()
            .collect(Collectors.toMap(MemberAttendance::memberId, Function.identity()));
    var known = people.on(members, day);
    var came = new ArrayList<MemberAttendance>();
    for (int i = 0; i < members.size(); i++) {
      var member = members.get(i);
      var named = before.get(member);
      if (named != null) {
        came.add(named);
        continue;
      }
      var person = known.get(member);
      if (person == null) {
        throw new ActivityRules.AttendeeUnknown(i);
      }
      scope.require(caller, person.unitId(), person.via(), day, "/members/" + i);
      came.add(new MemberAttendance(member, person.category()));
    }
    return came;
  }
}

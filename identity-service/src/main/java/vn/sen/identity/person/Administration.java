package vn.sen.identity.person;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.OutOfScope;
import vn.sen.chassis.access.Scope;

/**
 * Who may manage whom, in one place: an administrator of the whole Union everybody, an
 * administrator of a unit those appointed to units below hers and to nothing else; nobody herself.
 * Callers are asked about with those of their appointments that administer.
 */
@Component
public class Administration {

  private final Scope scope;
  private final Clock clock;

  Administration(Scope scope, Clock clock) {
    this.scope = scope;
    this.clock = clock;
  }

  /**
   * May the caller give these appointments?
   *
   * @throws OutOfScope if not (403)
   */
  void requireOver(Caller caller, Collection<Appointment> appointments) {
    if (!appointments.stream().allMatch(a -> covers(caller, a.unitId()))) {
      throw new OutOfScope("");
    }
  }

  /**
   * May the caller manage this person? Whatever she holds or will hold must lie below; what is over
   * does not matter.
   *
   * @throws OutOfScope if not (403)
   */
  void requireOver(Caller caller, UUID id, Person person) {
    if (caller.subject().equals(id.toString())) {
      throw new PersonRules.NobodyManagesHerself();
    }
    requireOver(caller, notOver(person));
  }

  /**
   * Only an administrator of the whole Union lets machines in.
   *
   * @throws OutOfScope if the caller is none (403)
   */
  public void requireOverTheUnion(Caller caller) {
    if (!covers(caller, null)) {
      throw new OutOfScope("");
    }
  }

  /** Whether a list of people shows this one to the caller. */
  boolean shows(Caller caller, Person person) {
    return notOver(person).stream().allMatch(a -> covers(caller, a.unitId()));
  }

  private List<Appointment> notOver(Person person) {
    var today = LocalDate.now(clock);
    return person.appointments().stream().filter(a -> !a.isOverBy(today)).toList();
  }

  private boolean covers(Caller caller, @Nullable UUID unit) {
    var reach = scope.reach(caller);
    return reach.everything()
        || unit != null
            && !reach.units().contains(unit)
            && scope.covers(reach, unit, List.of(), LocalDate.now(clock));
  }
}

package vn.sen.identity.person;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.org.OrgFollower;
import vn.sen.events.identity.Role;

/**
 * Who may manage whom, in one place: an administrator of the whole Union everybody, an administrator
 * of a unit those appointed to units below hers and to nothing else.
 */
@Component
public class Administration {

  private final Callers callers;
  private final OrgFollower units;
  private final Clock clock;

  Administration(Callers callers, OrgFollower units, Clock clock) {
    this.callers = callers;
    this.units = units;
    this.clock = clock;
  }

  /** What a caller was appointed to, as her token says. */
  public record Caller(String subject, List<Office> offices) {

    /** Roles at a unit; null for the whole Union. */
    public record Office(@Nullable UUID unitId, Collection<Role> roles) {}
  }

  /** Tells who calls. */
  public interface Callers {
    Caller present();
  }

  /**
   * May the caller manage somebody who holds these appointments?
   *
   * @throws PersonRules.NotYoursToManage if not (403)
   */
  void requireOver(Collection<Appointment> appointments) {
    if (!appointments.stream().allMatch(a -> covers(a.unitId())) || !isAdministrator()) {
      throw new PersonRules.NotYoursToManage();
    }
  }

  /**
   * May the caller manage this person? Whatever she holds or will hold must lie below; what is over
   * does not matter. Somebody without any appointment is managed from anywhere.
   *
   * @throws PersonRules.NotYoursToManage if not (403)
   */
  void requireOver(UUID id, Person person) {
    var today = LocalDate.now(clock);
    if (callers.present().subject().equals(id.toString())) {
      throw new PersonRules.NotYoursToManage();
    }
    requireOver(person.appointments().stream().filter(a -> !a.isOverBy(today)).toList());
  }

  /**
   * Only an administrator of the whole Union lets machines in.
   *
   * @throws PersonRules.NotYoursToManage if the caller is none (403)
   */
  public void requireOverTheUnion() {
    if (!covers(null)) {
      throw new PersonRules.NotYoursToManage();
    }
  }

  /** Whether a list of people may show this one to the caller. */
  boolean shows(Person person) {
    var today = LocalDate.now(clock);
    return isAdministrator()
        && person.appointments().stream()
            .filter(a -> !a.isOverBy(today))
            .allMatch(a -> covers(a.unitId()));
  }

  private boolean isAdministrator() {
    return callers.present().offices().stream().anyMatch(Administration::administers);
  }

  private boolean covers(@Nullable UUID unit) {
    return callers.present().offices().stream()
        .filter(Administration::administers)
        .anyMatch(office -> office.unitId() == null || isBelow(unit, office.unitId()));
  }

  private static boolean administers(Caller.Office office) {
    return office.roles().contains(Role.ADMINISTRATOR);
  }

  private boolean isBelow(@Nullable UUID unit, UUID above) {
    return unit != null
        && !unit.equals(above)
        && units.map().place(unit, List.of(), LocalDate.now(clock)).isWithin(above);
  }
}

package vn.sen.membership.cadre;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.events.membership.Flow;
import vn.sen.events.membership.TermEnd;
import vn.sen.membership.cadre.Term.Ending;
import vn.sen.membership.member.Standing;
import vn.sen.membership.member.Standing.Departure;
import vn.sen.membership.orgunit.UnitRules;
import vn.sen.membership.title.Title;

/**
 * What a post's terms have to fit into.
 *
 * @param today in the Union's zone
 */
record Frame(OrgUnit unit, Title title, LocalDate today) {

  /** How many can hold the title at the unit on the day. */
  int seatsOn(LocalDate day) {
    return unit.existsOn(day) ? title.seatsOn(unit.level(), day) : 0;
  }

  /**
   * Holds that somebody could begin to hold the title on the day.
   *
   * @throws UnitRules.UnitNotInForce if the unit does not exist then
   * @throws PostRules.TitleNotHeldThere if there are no seats
   */
  void requireSeats(LocalDate day) {
    if (!unit.existsOn(day)) {
      throw new UnitRules.UnitNotInForce("/from", day.toString());
    }
    if (seatsOn(day) == 0) {
      throw new PostRules.TitleNotHeldThere(day);
    }
  }

  /**
   * Where a term that begins on the day ends at the latest: with the unit, because posts do not
   * follow a redrawing, or with the membership.
   *
   * @throws PostRules.NoMemberThen if she was no member on the day
   */
  Optional<Ending> bound(Standing person, LocalDate from) {
    if (!person.wasMemberOn(from)) {
      throw new PostRules.NoMemberThen(from);
    }
    var withUnit =
        Optional.ofNullable(unit.validTo()).map(on -> new Ending(on, TermEnd.UNIT_CLOSED));
    return Stream.concat(withUnit.stream(), person.departureFrom(from).map(Frame::ending).stream())
        .min(Comparator.comparing(Ending::on));
  }

  /** How a term ends with a membership. */
  static Ending ending(Departure departure) {
    return new Ending(
        departure.on(), departure.reason() == Flow.DEATH ? TermEnd.DIED : TermEnd.LEFT);
  }
}

package vn.sen.membership.cadre;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.chassis.store.NotFound;
import vn.sen.events.membership.TermEnd;
import vn.sen.membership.member.KnownMembers;
import vn.sen.membership.member.Standing;
import vn.sen.membership.orgunit.Units;
import vn.sen.membership.title.Titles;

/** Carries out commands to posts. */
@Component
class Appointments {

  private final Posts posts;
  private final Titles titles;
  private final KnownMembers members;
  private final Units units;
  private final Scope scope;
  private final Clock clock;

  Appointments(
      Posts posts, Titles titles, KnownMembers members, Units units, Scope scope, Clock clock) {
    this.posts = posts;
    this.titles = titles;
    this.members = members;
    this.units = units;
    this.scope = scope;
    this.clock = clock;
  }

  /** A title at a unit. */
  record Place(UUID unitId, UUID titleId) {}

  /**
   * The days of a term as an officer states them.
   *
   * @param until the last day as planned, or null
   * @param endedOn the first day on which she did not hold the title any more, or null
   */
  record Days(LocalDate from, @Nullable LocalDate until, @Nullable LocalDate endedOn) {}

  Committed appoint(Place place, UUID personId, Days days, CommandContext by) {
    return change(
        place,
        by,
        (post, frame) -> {
          var person = person(personId, days.from());
          scope.require(by.sender(), person.unitId(), person.via(), frame.today(), "/personId");
          return post.appoint(by.newId(), person, days.from(), days.until(), frame);
        });
  }

  Committed correct(Place place, UUID termId, Days days, CommandContext by) {
    return change(
        place,
        by,
        (post, frame) -> {
          var person = person(post.term(termId).personId(), days.from());
          return post.correct(termId, person, days.from(), days.until(), days.endedOn(), frame);
        });
  }

  Committed end(Place place, UUID termId, LocalDate on, TermEnd reason, CommandContext by) {
    return change(place, by, (post, frame) -> post.end(termId, on, reason, frame.today()));
  }

  Committed keep(Place place, UUID termId, CommandContext by) {
    return change(place, by, (post, frame) -> post.keep(termId, frame.today()));
  }

  Committed withdraw(Place place, UUID termId, CommandContext by) {
    return change(place, by, (post, _) -> post.withdraw(termId));
  }

  private Committed change(
      Place place, CommandContext by, BiFunction<Post, Frame, Decision<Post>> decide) {
    var unit = requireReached(place.unitId(), by.sender());
    var frame = new Frame(unit, titles.get(place.titleId()), LocalDate.now(clock));
    return posts.change(place.unitId(), place.titleId(), by, post -> decide.apply(post, frame));
  }

  /**
   * The unit of a post.
   *
   * @throws NotFound if there is none (404)
   * @throws vn.sen.chassis.access.OutOfScope if the caller does not reach it (403)
   */
  OrgUnit requireReached(UUID unitId, Caller caller) {
    var unit = units.unit(unitId).orElseThrow(() -> new NotFound(unitId));
    scope.require(caller, unitId, LocalDate.now(clock), "");
    return unit;
  }

  private Standing person(UUID id, LocalDate day) {
    return members.find(id).orElseThrow(() -> new PostRules.NoMemberThen(day));
  }
}

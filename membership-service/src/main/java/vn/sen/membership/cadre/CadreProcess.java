package vn.sen.membership.cadre;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.consume.DomainEventHandler;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.chassis.store.Stored;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventRecord;
import vn.sen.events.membership.MemberEvent.MemberErased;
import vn.sen.events.membership.MemberEvent.MemberLeft;
import vn.sen.events.membership.MemberEvent.MemberTransferred;
import vn.sen.events.membership.MemberEvent.MemberWithdrawn;
import vn.sen.events.membership.OrgUnitEvent.OrgUnitClosed;
import vn.sen.events.membership.PostEvent.PersonAppointed;
import vn.sen.events.membership.RedrawingEvent.MapRedrawn;
import vn.sen.events.membership.RedrawingEvent.Succession;
import vn.sen.events.membership.TermReview;
import vn.sen.membership.cadre.Term.Review;
import vn.sen.membership.member.KnownMembers;
import vn.sen.membership.member.Standing;
import vn.sen.membership.orgunit.Units;

/**
 * The process that ends terms with what they depend on, and forgets whose data was erased. Posts do
 * not follow a redrawing: with a unit that ends its terms end, whether it has successors or not.
 * With a membership that ends her terms end; where she belongs elsewhere, or the record of her was
 * a mistake, somebody has to look at them; when her data is erased, her qualifications go with it.
 * Somebody may have been appointed while one of these was under way, so a term that begins is
 * looked at once more.
 *
 * <p>The member's and the unit's present state decides when a term ended at the latest, so an event
 * that comes twice, or late, leads to the same terms.
 */
@Component
class CadreProcess implements DomainEventHandler {

  private static final String NAME = "membership.cadres";

  private final Posts posts;
  private final People people;
  private final KnownMembers members;
  private final Units units;
  private final Clock clock;

  CadreProcess(Posts posts, People people, KnownMembers members, Units units, Clock clock) {
    this.posts = posts;
    this.people = people;
    this.members = members;
    this.units = units;
    this.clock = clock;
  }

  @Override
  public boolean concerns(DomainEvent event) {
    return switch (event) {
      case MemberLeft _, MemberTransferred _, MemberWithdrawn _, MemberErased _ -> true;
      case OrgUnitClosed _, MapRedrawn _, PersonAppointed _ -> true;
      default -> false;
    };
  }

  @Override
  public void on(EventRecord envelope, DomainEvent event) {
    switch (event) {
      case MemberLeft _, MemberTransferred _, MemberWithdrawn _ -> follow(envelope, event);
      case MemberErased e ->
          people.forget(envelope.subject(), CommandContext.process(NAME, envelope.id()), e.on());
      case OrgUnitClosed e -> close(Set.of(envelope.subject()), e.on(), envelope);
      case MapRedrawn e -> close(closed(e), e.effectiveOn(), envelope);
      case PersonAppointed e -> lookAgain(e, envelope);
      default -> throw new IllegalArgumentException("Concerns no cadre: " + envelope.type());
    }
  }

  private void follow(EventRecord envelope, DomainEvent event) {
    var person = members.find(envelope.subject()).orElseThrow();
    each(
        posts.heldBy(person.id()),
        envelope,
        post ->
            switch (event) {
              case MemberLeft _ -> post.endWithMembership(person);
              case MemberTransferred e when !reaches(post, person) ->
                  post.askReview(person.id(), new Review(TermReview.MOVED, e.on()));
              case MemberWithdrawn e ->
                  post.askReview(person.id(), new Review(TermReview.RECORD_WITHDRAWN, e.on()));
              default -> Decision.nothing(post);
            });
  }

  /** Whether she belongs to the unit of the post, or to one below it. */
  private boolean reaches(Post post, Standing person) {
    var day = units.unit(post.unitId()).orElseThrow().nearestDay(LocalDate.now(clock));
    return units.map().place(person.unitId(), person.via(), day).isWithin(post.unitId());
  }

  private void close(Collection<UUID> closed, LocalDate on, EventRecord envelope) {
    each(posts.at(closed), envelope, post -> post.endWithUnit(on));
  }

  private static Set<UUID> closed(MapRedrawn redrawn) {
    var closed = new LinkedHashSet<>(redrawn.closed());
    redrawn.successions().stream().map(Succession::from).forEach(closed::add);
    return closed;
  }

  private void lookAgain(PersonAppointed appointed, EventRecord envelope) {
    var post = posts.get(appointed.unitId(), appointed.titleId());
    units
        .unit(appointed.unitId())
        .map(OrgUnit::validTo)
        .ifPresent(on -> change(post, envelope.id() + "/unit", p -> p.endWithUnit(on)));
    members
        .find(appointed.personId())
        .ifPresent(
            person -> change(post, envelope.id() + "/person", p -> p.endWithMembership(person)));
  }

  private void each(
      List<Stored<Post>> concerned, EventRecord envelope, Function<Post, Decision<Post>> decide) {
    concerned.forEach(post -> change(post, envelope.id() + "/" + post.id(), decide));
  }

  private void change(Stored<Post> post, String key, Function<Post, Decision<Post>> decide) {
    posts.change(post.id(), CommandContext.process(NAME, key), decide);
  }
}

package vn.sen.membership.member;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.assignment.Handover;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.Stored;
import vn.sen.membership.member.Member.Enrolled;
import vn.sen.membership.orgunit.Splits;
import vn.sen.membership.orgunit.Units;

/** What the splits of units need of the members: where they belong, and that they follow one. */
@Component
public class MemberAssignments {

  private static final String UNITS = "ix." + MemberConfiguration.UNITS;
  private static final String STATUS = "ix." + MemberConfiguration.STATUS;

  private final AggregateStore<Member> store;
  private final Units units;
  private final Splits splits;
  private final Clock clock;

  MemberAssignments(AggregateStore<Member> store, Units units, Splits splits, Clock clock) {
    this.store = store;
    this.units = units;
    this.splits = splits;
    this.clock = clock;
  }

  /**
   * Where a member belongs.
   *
   * @param via the successors that splits gave her to personally; usually none
   * @param until the first day on which she is no member any more; null while she is one
   */
  public record Belonging(
      UUID id,
      long version,
      String fullName,
      UUID unitId,
      List<UUID> via,
      @Nullable UUID householdId,
      @Nullable LocalDate until) {

    static Belonging of(Stored<Member> stored) {
      var member = stored.state();
      return new Belonging(
          stored.id(),
          stored.version(),
          member.particulars().fullName(),
          member.currentUnit(),
          member.currentVia(),
          member instanceof Enrolled enrolled ? enrolled.householdId() : null,
          member.goneSince().orElse(null));
    }
  }

  /**
   * Who is or was a member of units, or was given to them by a split, in the order of their ids;
   * read without anybody's secrets.
   */
  public List<Belonging> of(Collection<UUID> unitIds, @Nullable UUID behind, int limit) {
    var filters = new ArrayList<Bson>();
    filters.add(Filters.in(UNITS, unitIds));
    filters.add(Filters.in(STATUS, Member.Status.ACTIVE.name(), Member.Status.FORMER.name()));
    if (behind != null) {
      filters.add(Filters.gt("_id", behind));
    }
    return store.listWithoutSecrets(Filters.and(filters), limit).stream()
        .map(Belonging::of)
        .toList();
  }

  /**
   * How many members belong to units today, by unit with the successors that splits gave them to
   * personally behind it.
   */
  public Map<List<UUID>, Long> count(Collection<UUID> unitIds) {
    var active = Filters.eq(STATUS, Member.Status.ACTIVE.name());
    var counts = new HashMap<List<UUID>, Long>();
    for (var document :
        store
            .documents()
            .find(Filters.and(Filters.in(UNITS, unitIds), active))
            .projection(Projections.include(UNITS))) {
      var place = document.get("ix", Document.class).getList(MemberConfiguration.UNITS, UUID.class);
      counts.merge(place, 1L, Long::sum);
    }
    return counts;
  }

  /**
   * After a split she follows the successor, if that is still to be; said twice it changes nothing.
   *
   * @throws vn.sen.chassis.domain.RuleViolation if she cannot
   */
  public void follow(UUID member, Handover handover, CommandContext by) {
    var command = new MemberCommand.Follow(handover.split().redrawingId(), handover.successor());
    store.change(
        member,
        by,
        state -> {
          handover.requireAsPlanned(state.currentUnit(), state.currentVia());
          return new Decider(units, splits, LocalDate.now(clock)).decide(state, command);
        });
  }
}

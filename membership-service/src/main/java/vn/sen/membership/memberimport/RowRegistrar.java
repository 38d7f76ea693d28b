package vn.sen.membership.memberimport;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.sen.chassis.access.OutOfScope;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.NewAggregate;
import vn.sen.membership.member.Decider;
import vn.sen.membership.member.Member;
import vn.sen.membership.member.Tombstones;
import vn.sen.membership.orgunit.Splits;
import vn.sen.membership.orgunit.Units;

/**
 * Makes a member of a row by the same rules as a single registration, or says which column breaks
 * which rule.
 */
@Component
class RowRegistrar {

  private final Units units;
  private final Splits splits;
  private final AggregateStore<Member> members;
  private final Tombstones tombstones;
  private final Scope scope;
  private final Clock clock;

  RowRegistrar(
      Units units,
      Splits splits,
      AggregateStore<Member> members,
      Tombstones tombstones,
      Scope scope,
      Clock clock) {
    this.tombstones = tombstones;
    this.units = units;
    this.splits = splits;
    this.members = members;
    this.scope = scope;
    this.clock = clock;
  }

  /** What a row comes to. */
  sealed interface Checked {

    /** It can be imported. */
    record Good(NewAggregate<Member> member) implements Checked {}

    /** It cannot; at least one error. */
    record Wrong(List<RowError> errors) implements Checked {}
  }

  /**
   * Checks a row.
   *
   * @throws vn.sen.chassis.org.MapLoading if it names a unit that is still under way to the map
   */
  Checked check(MemberImport of, RawRow raw) {
    var row = new ImportRow(raw, units.map());
    var command = row.command(of.id());
    if (command.isEmpty()) {
      row.unknownUnit().ifPresent(units::requireNotUnderWay);
      return new Checked.Wrong(row.errors());
    }
    var today = LocalDate.now(clock);
    if (!scope.covers(of.reach(), command.get().unitId(), List.of(), today)) {
      return new Checked.Wrong(List.of(error(raw.number(), new OutOfScope("/unitCode"))));
    }
    try {
      var decider = new Decider(units, splits, today);
      var decision = decider.begin(command.get());
      var id = memberId(of.id(), raw.number());
      return new Checked.Good(new NewAggregate<>(id, decision));
    } catch (RuleViolation refusal) {
      return new Checked.Wrong(List.of(error(raw.number(), refusal)));
    }
  }

  /** The id of the member that a row brings: the same at every attempt. */
  static UUID memberId(UUID importId, long row) {
    return CommandContext.derive("member-import", importId.toString(), Long.toString(row));
  }

  private static RowError error(long row, RuleViolation refusal) {
    var pointer = refusal.pointer().equals("/unitId") ? "/unitCode" : refusal.pointer();
    return new RowError(
        row,
        Column.ofPointer(pointer).map(Column::heading).orElse(""),
        refusal.rule(),
        Arrays.stream(refusal.arguments()).map(String::valueOf).toList());
  }

  /** What no two members may share, as the store compares it, if the row has it. */
  Optional<String> naturalKey(Checked.Good row) {
    return members.naturalKeys(row.member().decision().state()).stream().findFirst();
  }

  /** Those of the keys that members hold already. */
  Set<String> taken(Collection<String> keys) {
    if (keys.isEmpty()) {
      return Set.of();
    }
    var taken = new HashSet<String>();
    for (var holder :
        members
            .documents()
            .find(Filters.in("keys", keys))
            .projection(Projections.include("keys"))) {
      holder.getList("keys", String.class).stream().filter(keys::contains).forEach(taken::add);
    }
    return taken;
  }

  /** Those of the rows that would bring somebody back who had her data erased. */
  Set<Long> erased(Map<Long, NewAggregate<Member>> rows) {
    var members = new HashMap<Long, Member>();
    rows.forEach((row, member) -> members.put(row, member.decision().state()));
    return tombstones.among(members);
  }

  RowError erased(long row) {
    return new RowError(row, "", "row-erased-before", List.of());
  }

  RowError duplicateOf(long firstRow, long row) {
    return new RowError(
        row,
        Column.IDENTITY_NUMBER.heading(),
        "row-repeats-identity-number",
        List.of(Long.toString(firstRow)));
  }

  RowError taken(long row) {
    return new RowError(
        row, Column.IDENTITY_NUMBER.heading(), "row-identity-number-taken", List.of());
  }
}

package vn.sen.membership.member;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.privacy.DataKeys;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.HistoryEntry;
import vn.sen.chassis.store.NotFound;
import vn.sen.chassis.store.Stored;
import vn.sen.membership.naming.Names;
import vn.sen.membership.orgunit.Splits;
import vn.sen.membership.orgunit.Units;

/** What may be asked of a member's record as a whole: to see all of it, and to erase it. */
@Component
public class MemberRecords {

  private final AggregateStore<Member> store;
  private final Tombstones tombstones;
  private final DataKeys keys;
  private final Units units;
  private final Splits splits;
  private final Scope scope;
  private final Clock clock;

  MemberRecords(
      AggregateStore<Member> store,
      Tombstones tombstones,
      DataKeys keys,
      Units units,
      Splits splits,
      Scope scope,
      Clock clock) {
    this.store = store;
    this.tombstones = tombstones;
    this.keys = keys;
    this.units = units;
    this.splits = splits;
    this.scope = scope;
    this.clock = clock;
  }

  /** Everything that is held about a member. */
  public record Held(MemberView member, List<HistoryEntry> history) {}

  /**
   * Where she lives, or lived last.
   *
   * @param nameKey her name as names are compared
   */
  public record Dwelling(UUID household, String nameKey) {}

  /**
   * @throws NotFound if there is no such member (404)
   */
  public Held held(UUID id) {
    var stored = store.get(id);
    return new Held(MemberView.of(id, stored.version(), stored.state()), store.history(id));
  }

  /**
   * Holds that there is a record about somebody of the caller's units.
   *
   * @throws NotFound if there is none (404)
   * @throws vn.sen.chassis.access.OutOfScope if she belongs elsewhere (403)
   */
  public void requireInScope(UUID id, Caller caller) {
    var member = store.get(id).state();
    scope.require(caller, member.currentUnit(), member.currentVia(), LocalDate.now(clock), "");
  }

  /** Whether there is a record about somebody of the caller's units. */
  public boolean isInScope(UUID id, Caller caller) {
    return store
        .find(id)
        .map(Stored::state)
        .filter(
            member ->
                scope.covers(
                    caller, member.currentUnit(), member.currentVia(), LocalDate.now(clock)))
        .isPresent();
  }

  /** Those of the caller's units who were members on a day. */
  public Set<UUID> membersOn(Collection<UUID> ids, Caller caller, LocalDate day) {
    var today = LocalDate.now(clock);
    return store.findAllWithoutSecrets(ids).values().stream()
        .filter(stored -> stored.state().isMemberOn(day))
        .filter(
            stored ->
                scope.covers(
                    caller, stored.state().currentUnit(), stored.state().currentVia(), today))
        .map(Stored::id)
        .collect(Collectors.toSet());
  }

  /** Those who were members on a day, wherever they belong by now. */
  public Set<UUID> membersOn(Collection<UUID> ids, LocalDate day) {
    return store.findAllWithoutSecrets(ids).values().stream()
        .filter(stored -> stored.state().isMemberOn(day))
        .map(Stored::id)
        .collect(Collectors.toSet());
  }

  /** Since when she is no member any more; empty while she is one. */
  public Optional<LocalDate> goneSince(UUID id) {
    return store.get(id).state().goneSince();
  }

  /**
   * Holds that there is a record about somebody of the caller's units, and that it says who she is.
   *
   * @throws MemberRules.RecordErased if it was erased (409)
   */
  public void requireKnown(UUID id, Caller caller) {
    requireInScope(id, caller);
    if (store.get(id).state() instanceof Member.Erased) {
      throw new MemberRules.RecordErased();
    }
  }

  /**
   * Erases her: remembers her by keyed hashes, lets others forget her, empties the record and
   * destroys the key, in this order and each step safe to repeat, so that whoever was cut off asks
   * again.
   *
   * @param household forgets her where she lived; asked once the erasure is allowed
   * @throws MemberRules.MembershipStillLasts if she is a member (409)
   */
  public void erase(UUID id, CommandContext by, LocalDate on, Consumer<Dwelling> household) {
    store.change(
        id,
        by,
        member -> {
          var decision = decider().decide(member, new MemberCommand.Erase(on));
          tombstones.place(member, on);
          var dwelling = MemberView.householdOf(member);
          if (dwelling != null) {
            household.accept(new Dwelling(dwelling, Names.key(member.particulars().fullName())));
          }
          return decision;
        });
    keys.destroy(id);
  }

  /** Erases what does not say who she is. Safe to repeat. */
  public void reduce(UUID id, CommandContext by) {
    store.change(id, by, member -> decider().decide(member, new MemberCommand.Reduce()));
  }

  private Decider decider() {
    return new Decider(units, splits, LocalDate.now(clock));
  }
}

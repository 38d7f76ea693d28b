package vn.sen.lending.group;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.store.AggregateKind;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.chassis.store.NewAggregate;
import vn.sen.chassis.store.Stored;
import vn.sen.events.Topic;
import vn.sen.events.lending.LendingEvents;

/** Keeps the savings and credit groups. A bank's code of a group says which one it is. */
@Component
public class Groups {

  private static final AggregateKind<Group> KIND =
      new AggregateKind<Group>(
              "group",
              "groups",
              Topic.GROUPS,
              LendingEvents.SOURCE,
              LendingEvents.CATALOG,
              Group.class,
              Groups::index,
              _ -> List.of(),
              List.of(List.of("unit", "code"), List.of("leader")))
          .withSecrets("/leader/name", "/ranks/*/reason");

  private final AggregateStore<Group> store;

  /** Groups are never removed. */
  private final Set<UUID> known = ConcurrentHashMap.newKeySet();

  Groups(AggregateStores stores) {
    this.store = stores.open(KIND);
  }

  private static Map<String, ?> index(Group group) {
    var index = new HashMap<String, Object>();
    index.put("unit", group.unitId());
    index.put("code", group.code());
    var leader = group.leader();
    if (leader != null && leader.memberId() != null) {
      index.put("leader", leader.memberId());
    }
    return index;
  }

  /** A group as a bank's line names it. */
  public record Named(UUID bankId, String code, UUID unitId) {

    /** The group that the code names. */
    public UUID id() {
      return idOf(bankId, code);
    }
  }

  /** The group that a bank's code names, opened or not. */
  public static UUID idOf(UUID bankId, String code) {
    return CommandContext.derive("group", bankId.toString(), code);
  }

  /** Opens groups that lines name for the first time. Safe to repeat. */
  public void openAll(Collection<Named> named, CommandContext by, LocalDate on) {
    var fresh = new HashMap<UUID, NewAggregate<Group>>();
    for (var group : named) {
      if (!known.contains(group.id())) {
        fresh.put(
            group.id(),
            new NewAggregate<>(
                group.id(), Group.open(group.bankId(), group.code(), group.unitId(), true, on)));
      }
    }
    store.createAll(by, List.copyOf(fresh.values()));
    known.addAll(fresh.keySet());
  }

  Committed open(CommandContext by, UUID bankId, String code, UUID unitId, LocalDate on) {
    return store.create(idOf(bankId, code), by, Group.open(bankId, code, unitId, false, on));
  }

  Committed change(UUID id, CommandContext by, Function<Group, Decision<Group>> decide) {
    return store.change(id, by, decide);
  }

  Stored<Group> get(UUID id) {
    return store.get(id);
  }

  /**
   * The bank that a group is of.
   *
   * @throws vn.sen.chassis.store.NotFound if there is no such group (404)
   */
  public UUID bankOf(UUID id) {
    return store.get(id).state().bankId();
  }

  /** The leader of a group left. */
  public void leaderGone(UUID id, LocalDate on, CommandContext by) {
    store.change(id, by, group -> group.leaderGone(on));
  }

  /** A member who leads a group died. */
  public void memberDied(UUID id, UUID member, LocalDate on, CommandContext by) {
    store.change(id, by, group -> group.memberDied(member, on));
  }

  /** Groups that a member leads. */
  public List<UUID> ledBy(UUID member) {
    return store
        .documents()
        .find(Filters.eq("ix.leader", member))
        .map(document -> document.get("_id", UUID.class))
        .into(new ArrayList<>());
  }

  /** Groups of units, those behind an id. */
  List<Stored<Group>> list(Collection<UUID> units, @Nullable UUID behind, int limit) {
    var inUnits = Filters.in("ix.unit", units);
    var found =
        store
            .documents()
            .find(behind == null ? inUnits : Filters.and(inUnits, Filters.gt("_id", behind)))
            .sort(Sorts.ascending("_id"))
            .limit(limit)
            .into(new ArrayList<>());
    return store.stored(found);
  }
}

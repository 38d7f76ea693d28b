package vn.sen.membership.communitygroup;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.store.AggregateKind;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.chassis.store.Stored;
import vn.sen.events.Topic;
import vn.sen.events.membership.GroupParameter;
import vn.sen.events.membership.MembershipEvents;

/** Keeps the types of community groups. */
@Component
class GroupTypes {

  private static final AggregateKind<GroupType> KIND =
      new AggregateKind<>(
          "group-type",
          "groupTypes",
          Topic.GROUP_TYPES,
          MembershipEvents.SOURCE,
          MembershipEvents.CATALOG,
          GroupType.class,
          type -> Map.of("code", type.code()),
          type -> List.of("code:" + type.code()),
          List.of(List.of("code")));

  private final AggregateStore<GroupType> store;

  GroupTypes(AggregateStores stores) {
    this.store = stores.open(KIND);
  }

  Committed define(
      CommandContext by,
      String code,
      String name,
      List<GroupParameter> parameters,
      LocalDate from) {
    return store.create(by.newId(), by, () -> GroupType.define(code, name, parameters, from));
  }

  Committed change(UUID id, CommandContext by, Function<GroupType, Decision<GroupType>> decide) {
    return store.change(id, by, decide);
  }

  Stored<GroupType> get(UUID id) {
    return store.get(id);
  }

  Optional<GroupType> byCode(String code) {
    var found = store.documents().find(Filters.eq("ix.code", code)).first();
    return Optional.ofNullable(found).map(store::stored).map(Stored::state);
  }

  /** Types by code, those behind a code. */
  List<Stored<GroupType>> list(String behindCode, int limit) {
    var found =
        store
            .documents()
            .find(Filters.gt("ix.code", behindCode))
            .sort(Sorts.ascending("ix.code"))
            .limit(limit)
            .into(new ArrayList<>());
    return store.stored(found);
  }
}

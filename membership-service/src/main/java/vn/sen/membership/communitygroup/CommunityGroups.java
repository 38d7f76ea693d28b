package vn.sen.membership.communitygroup;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.org.Split;
import vn.sen.chassis.store.AggregateKind;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.chassis.store.HistoryEntry;
import vn.sen.chassis.store.Stored;
import vn.sen.events.Topic;
import vn.sen.events.membership.MembershipEvents;

/** Keeps the community groups. */
@Component
class CommunityGroups {

  private static final AggregateKind<CommunityGroup> KIND =
      new AggregateKind<CommunityGroup>(
              "community-group",
              "communityGroups",
              Topic.COMMUNITY_GROUPS,
              MembershipEvents.SOURCE,
              MembershipEvents.CATALOG,
              CommunityGroup.class,
              CommunityGroups::index,
              _ -> List.of(),
              List.of(List.of("units"), List.of("people")))
          .withSecrets("/closing/note");

  private final AggregateStore<CommunityGroup> store;

  CommunityGroups(AggregateStores stores) {
    this.store = stores.open(KIND);
  }

  private static Map<String, ?> index(CommunityGroup group) {
    var index = new HashMap<String, Object>();
    index.put("units", Split.finding(group.unitId(), group.via()));
    index.put("type", group.registration().type());
    index.put("programme", group.programmes().getLast().programme());
    index.put("closed", group.closing() != null);
    index.put("people", group.people());
    return index;
  }

  Committed create(CommandContext by, Supplier<Decision<CommunityGroup>> decide) {
    return store.create(by.newId(), by, decide);
  }

  Committed change(
      UUID id, CommandContext by, Function<CommunityGroup, Decision<CommunityGroup>> decide) {
    return store.change(id, by, decide);
  }

  Stored<CommunityGroup> get(UUID id) {
    return store.get(id);
  }

  /** Those of the groups that there are, read without what is secret. */
  List<Stored<CommunityGroup>> known(Collection<UUID> ids) {
    return List.copyOf(store.findAllWithoutSecrets(ids).values());
  }

  List<HistoryEntry> history(UUID id) {
    return store.history(id);
  }

  /** The groups that name a person: she belongs or belonged to them, or came to a meeting. */
  List<Stored<CommunityGroup>> naming(UUID person) {
    var found =
        store
            .documents()
            .find(Filters.eq("ix.people", person))
            .sort(Sorts.ascending("_id"))
            .into(new ArrayList<>());
    return store.stored(found);
  }

  /**
   * What to look for; null where anything fits.
   *
   * @param visible of one of these units; empty for any
   * @param asked and of one of these; empty for any
   * @param programme its present, or last, one
   */
  record Criteria(
      Optional<Set<UUID>> visible,
      Optional<Set<UUID>> asked,
      @Nullable String type,
      @Nullable String programme,
      @Nullable Boolean closed) {

    Bson filter(@Nullable UUID behind) {
      var filters = new ArrayList<Bson>();
      Stream.of(visible, asked)
          .flatMap(Optional::stream)
          .forEach(units -> filters.add(Filters.in("ix.units", units)));
      add(filters, "ix.type", type);
      add(filters, "ix.programme", programme);
      add(filters, "ix.closed", closed);
      if (behind != null) {
        filters.add(Filters.gt("_id", behind));
      }
      return filters.isEmpty() ? Filters.empty() : Filters.and(filters);
    }

    private static void add(List<Bson> filters, String field, @Nullable Object wanted) {
      if (wanted != null) {
        filters.add(Filters.eq(field, wanted));
      }
    }
  }

  /** Groups of units in the order of their ids, those behind an id; without what is secret. */
  List<Stored<CommunityGroup>> ofUnits(Set<UUID> units, @Nullable UUID behind, int limit) {
    var criteria = new Criteria(Optional.of(units), Optional.empty(), null, null, null);
    return store.listWithoutSecrets(criteria.filter(behind), limit);
  }

  /** Groups in the order of their ids, those behind an id and wanted. */
  List<Stored<CommunityGroup>> list(
      Criteria criteria, Predicate<CommunityGroup> wanted, @Nullable UUID behind, int limit) {
    var found = new ArrayList<Stored<CommunityGroup>>();
    try (var documents =
        store
            .documents()
            .find(criteria.filter(behind))
            .sort(Sorts.ascending("_id"))
            .batchSize(limit)
            .cursor()) {
      while (documents.hasNext() && found.size() < limit) {
        var group = store.stored(documents.next());
        if (wanted.test(group.state())) {
          found.add(group);
        }
      }
    }
    return found;
  }
}

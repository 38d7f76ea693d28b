package vn.sen.lending.household;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.privacy.KeyedHash;
import vn.sen.chassis.privacy.MatchingKey;
import vn.sen.chassis.privacy.PrivacyKeys;
import vn.sen.chassis.store.AggregateKind;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.chassis.store.NewAggregate;
import vn.sen.chassis.store.Stored;
import vn.sen.events.Topic;
import vn.sen.events.lending.LendingEvents;
import vn.sen.lending.household.BorrowingHousehold.Status;

/** Keeps the households that borrow, one for each identity number that a bank has named. */
@Component
public class Households {

  private static final AggregateKind<BorrowingHousehold> KIND =
      new AggregateKind<BorrowingHousehold>(
              "borrowing-household",
              "households",
              Topic.BORROWING_HOUSEHOLDS,
              LendingEvents.SOURCE,
              LendingEvents.CATALOG,
              BorrowingHousehold.class,
              Households::index,
              _ -> List.of(),
              List.of(List.of("unit", "status"), List.of("known"), List.of("into")))
          .withSecrets("/name");

  private final AggregateStore<BorrowingHousehold> store;
  private final KeyedHash hash;

  private final MatchingKey matching;

  Households(AggregateStores stores, PrivacyKeys keys, MatchingKey matching) {
    this.store = stores.open(KIND);
    this.hash = keys.hash("identity numbers of borrowers");
    this.matching = matching;
    indexMerges();
  }

  /** Merges of before they could be looked up stand beside their households from now on, too. */
  final void indexMerges() {
    var unindexed =
        ids(
            Filters.and(
                Filters.eq("ix.status", Status.MERGED.name()), Filters.exists("ix.into", false)));
    findAll(unindexed)
        .forEach(
            (id, stored) ->
                store
                    .documents()
                    .updateOne(
                        // whoever changes it meanwhile writes what holds then
                        Filters.and(Filters.eq("_id", id), Filters.eq("v", stored.version())),
                        Updates.set("ix.into", stored.state().countsAs())));
  }

  private static Map<String, ?> index(BorrowingHousehold household) {
    var index = new HashMap<String, Object>();
    index.put("unit", household.unitId());
    index.put("status", household.status().name());
    if (household.knownHouseholdId() != null) {
      index.put("known", household.knownHouseholdId());
    }
    var into = household.countsAs();
    if (into != null) {
      index.put("into", into);
    }
    return index;
  }

  /** Somebody whom a bank has named. */
  public record Borrower(String hash, UUID unitId, @Nullable String name) {

    /** The household that her identity number names. */
    public UUID household() {
      return idOf(hash);
    }

    /** Nothing of it may reach a log. */
    @Override
    public String toString() {
      return "Borrower[…]";
    }
  }

  /**
   * What stands for an identity number.
   *
   * @param identity digits
   */
  public String hash(String identity) {
    return ofMatching(matching.hash(identity));
  }

  /**
   * What stands for whom the membership service names by a hash: a hash of the hash, so that its
   * own is kept nowhere, and both ways lead to one household.
   */
  String ofMatching(String matchingHash) {
    return hash.of(matchingHash);
  }

  /** The household that a borrower's identity number names, opened or not. */
  public static UUID idOf(String borrowerHash) {
    return CommandContext.derive("borrowing-household", borrowerHash);
  }

  /** Opens the households of borrowers whom nobody has named before. Safe to repeat. */
  public void openAll(Collection<Borrower> borrowers, CommandContext by, LocalDate today) {
    var fresh = new HashMap<UUID, NewAggregate<BorrowingHousehold>>();
    for (var borrower : borrowers) {
      var id = borrower.household();
      fresh.computeIfAbsent(
          id,
          _ ->
              new NewAggregate<>(
                  id,
                  BorrowingHousehold.open(
                      borrower.unitId(), borrower.hash(), borrower.name(), today)));
    }
    if (fresh.size() == 1) {
      // mostly known: an index look-up costs less than a refused write
      fresh.keySet().removeIf(id -> store.find(id).isPresent());
    }
    store.createAll(by, List.copyOf(fresh.values()));
  }

  Stored<BorrowingHousehold> get(UUID id) {
    return store.get(id);
  }

  /**
   * Makes sure that no other household is confirmed as one of the membership service: two that are
   * one are merged, so that they count once.
   *
   * @throws HouseholdRules.HouseholdConfirmedElsewhere naming the other one (409)
   */
  void requireNobodyElse(UUID id, UUID membershipHousehold) {
    for (var other : knownAs(membershipHousehold)) {
      if (!other.equals(id) && store.get(other).state().countsAs() == null) {
        throw new HouseholdRules.HouseholdConfirmedElsewhere(other);
      }
    }
  }

  Committed change(
      UUID id,
      CommandContext by,
      Function<BorrowingHousehold, Decision<BorrowingHousehold>> decide) {
    return store.change(id, by, decide);
  }

  /**
   * From a day on a household counts as another one. Two opposite merges at the same moment pass
   * both, because each looks at the other one before it: then both count as the one with the least
   * id, until an officer takes one of them back.
   *
   * @throws HouseholdRules.MergeInCircles if the other one counts as this one
   * @throws HouseholdRules.OtherHouseholdUnknown if there is no other one
   */
  Committed merge(
      UUID id,
      UUID into,
      LocalDate from,
      LocalDate today,
      CommandContext by,
      Function<BorrowingHousehold, BorrowingHousehold> checked) {
    checked.apply(store.get(id).state());
    end(
        into,
        next -> {
          if (next.equals(id)) {
            throw new HouseholdRules.MergeInCircles();
          }
          return find(next).countsAs();
        });
    return store.change(id, by, household -> checked.apply(household).merge(into, from, today));
  }

  private BorrowingHousehold find(UUID id) {
    return store.find(id).orElseThrow(HouseholdRules.OtherHouseholdUnknown::new).state();
  }

  /** The household that one counts as now: itself where it is not merged, or not opened yet. */
  public UUID countsAs(UUID id) {
    return end(id, next -> store.find(next).map(stored -> stored.state().countsAs()).orElse(null));
  }

  /** Whether two households count as one now. */
  public boolean areOne(UUID one, UUID other) {
    return one.equals(other) || countsAs(one).equals(countsAs(other));
  }

  /**
   * The membership service's households that some, or what counts as one with them, are known as.
   */
  public Set<UUID> knownOf(Collection<UUID> ids) {
    return indexed("known", oneWith(ids));
  }

  /** Households that count as one with some of those now, and those themselves. */
  public Set<UUID> oneWith(Collection<UUID> ids) {
    var all = new HashSet<>(ids);
    for (Set<UUID> last = Set.copyOf(all); !last.isEmpty(); ) {
      var next = indexed("into", last);
      next.addAll(ids(Filters.in("ix.into", last)));
      next.removeAll(all);
      all.addAll(next);
      last = next;
    }
    return all;
  }

  /** What stands beside households, where it does: read for a thousand of them at once. */
  private Set<UUID> indexed(String field, Collection<UUID> ids) {
    var found = new HashSet<UUID>();
    for (var document :
        store
            .documents()
            .find(Filters.in("_id", ids))
            .projection(Projections.include("ix." + field))) {
      var id = document.get("ix", Document.class).get(field, UUID.class);
      if (id != null) {
        found.add(id);
      }
    }
    return found;
  }

  /**
   * The households that some counted as on a day, by all that is known now: themselves where they
   * were not merged, or are not opened yet.
   */
  public Map<UUID, UUID> countedAs(Collection<UUID> ids, LocalDate day) {
    var merged = new HashMap<UUID, UUID>();
    var read = new HashSet<UUID>();
    Set<UUID> unread = new HashSet<>(ids);
    while (!unread.isEmpty()) {
      read.addAll(unread);
      var next = new HashSet<UUID>();
      findAll(unread)
          .forEach(
              (id, stored) -> {
                var into = stored.state().countedAs(day);
                if (into != null) {
                  merged.put(id, into);
                  next.add(into);
                }
              });
      next.removeAll(read);
      unread = next;
    }
    var counted = new HashMap<UUID, UUID>();
    ids.forEach(id -> counted.put(id, end(id, merged::get)));
    return counted;
  }

  /** What a household is merged into. */
  private interface Merges {
    @Nullable UUID of(UUID id);
  }

  /**
   * Where a chain of merges ends. It may be a circle: of days that are past, because each merge is
   * only compared with those that hold now, and where two were said at once. Then it is the least
   * id of the circle.
   */
  private static UUID end(UUID id, Merges merged) {
    var passed = new ArrayList<UUID>();
    var last = id;
    for (@Nullable UUID next = id; next != null; next = merged.of(next)) {
      int first = passed.indexOf(next);
      if (first >= 0) {
        return Collections.min(passed.subList(first, passed.size()));
      }
      passed.add(next);
      last = next;
    }
    return last;
  }

  /** Those of the households that are opened. */
  Map<UUID, Stored<BorrowingHousehold>> findAll(Collection<UUID> ids) {
    return store.findAllWithoutSecrets(ids);
  }

  Optional<Stored<BorrowingHousehold>> byIdentity(String identity) {
    return store.find(idOf(hash(identity)));
  }

  /** Households of a reach, those behind an id. */
  List<Stored<BorrowingHousehold>> list(
      Collection<UUID> units,
      BorrowingHousehold.@Nullable Status status,
      @Nullable UUID behind,
      int limit) {
    var filters = new ArrayList<Bson>();
    filters.add(Filters.in("ix.unit", units));
    if (status != null) {
      filters.add(Filters.eq("ix.status", status.name()));
    }
    if (behind != null) {
      filters.add(Filters.gt("_id", behind));
    }
    var found =
        store
            .documents()
            .find(Filters.and(filters))
            .sort(Sorts.ascending("_id"))
            .limit(limit)
            .into(new ArrayList<>());
    return store.stored(found);
  }

  /** The households that are known to be one of the membership service. */
  public List<UUID> knownAs(UUID membershipHousehold) {
    return ids(Filters.eq("ix.known", membershipHousehold));
  }

  private List<UUID> ids(Bson filter) {
    return store
        .documents()
        .find(filter)
        .projection(Projections.include("_id"))
        .map(document -> document.get("_id", UUID.class))
        .into(new ArrayList<>());
  }
}

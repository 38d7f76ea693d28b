package vn.sen.membership.member;

import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.OutOfScope;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.org.OrgMap;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.Stored;
import vn.sen.chassis.web.CursorInvalid;
import vn.sen.chassis.web.SealedCursors;
import vn.sen.membership.naming.Names;
import vn.sen.membership.orgunit.UnitRules;
import vn.sen.membership.orgunit.Units;

/**
 * Finds members by the beginning of their names, their identity number, their unit with everything
 * below it on today's map, status and reference. The unit becomes the set of lowest units that
 * today's map puts below it, so that the index on (unit, name) serves; who was assigned to a
 * successor personally is then placed exactly.
 */
@Component
class MemberSearch {

  private static final String KEYS = "keys";
  private static final String NAME_KEY = "ix." + MemberConfiguration.NAME_KEY;
  private static final String UNITS = "ix." + MemberConfiguration.UNITS;
  private static final String STATUS = "ix." + MemberConfiguration.STATUS;
  private static final String EXTERNAL_REF = "ix." + MemberConfiguration.EXTERNAL_REF;

  /** Sorts after every letter. */
  private static final char LAST = '\uffff';

  /** So many namesakes are read together. */
  private static final int NAMESAKES = 100;

  private final AggregateStore<Member> store;
  private final NaturalKeyHash hash;
  private final SealedCursors cursors;
  private final Units units;
  private final Scope scope;
  private final Clock clock;

  MemberSearch(
      AggregateStore<Member> store,
      NaturalKeyHash hash,
      SealedCursors cursors,
      Units units,
      Scope scope,
      Clock clock) {
    this.store = store;
    this.hash = hash;
    this.cursors = cursors;
    this.units = units;
    this.scope = scope;
    this.clock = clock;
  }

  /** What to look for; null where anything fits. */
  record Criteria(
      @Nullable String namePrefix,
      @Nullable String identityNumber,
      @Nullable UUID unitId,
      Member.@Nullable Status status,
      @Nullable List<String> externalRefs) {

    /** Whether few are left, whatever else is asked for. */
    boolean isNarrow() {
      return identityNumber != null || externalRefs != null;
    }
  }

  /** One page by name. */
  record Found(List<Stored<Member>> members, @Nullable String next) {}

  /** The units that count as those asked for, on a map where they exist. */
  record Territory(List<Part> parts) {

    boolean holds(Member member) {
      return parts.stream().anyMatch(part -> part.holds(member));
    }

    Set<UUID> leaves() {
      return parts.stream().flatMap(part -> part.leaves().stream()).collect(Collectors.toSet());
    }

    boolean isEverything() {
      return parts.stream().anyMatch(Part::isEverything);
    }
  }

  /** One unit with what is below it. */
  private record Part(UUID unit, LocalDate day, OrgMap map, Set<UUID> leaves) {

    boolean holds(Member member) {
      var via = member.currentVia();
      return via.isEmpty()
          ? leaves.contains(member.currentUnit())
          : member.currentUnit().equals(unit)
              || map.place(member.currentUnit(), via, day).isWithin(unit);
    }

    boolean isEverything() {
      return leaves.size() == map.units().size();
    }
  }

  /**
   * Finds members of the units that the reader may see.
   *
   * @throws vn.sen.chassis.access.OutOfScope if she asks for a unit of which she may see nothing
   */
  Found find(Caller reader, Criteria criteria, int limit, @Nullable String cursor) {
    var territory = territory(reader, criteria.unitId());
    var filters = new ArrayList<Bson>();
    if (!criteria.isNarrow()) {
      // names the index to read on; beside a narrower one it would only win over that
      filters.add(Filters.gte(NAME_KEY, ""));
    }
    if (criteria.namePrefix() != null && !criteria.namePrefix().isBlank()) {
      var prefix = Names.key(criteria.namePrefix());
      filters.add(Filters.gte(NAME_KEY, prefix));
      filters.add(Filters.lt(NAME_KEY, prefix + LAST));
    }
    if (criteria.identityNumber() != null) {
      filters.add(bearing(criteria.identityNumber()));
    }
    narrow(filters, territory);
    if (criteria.status() != null) {
      filters.add(Filters.eq(STATUS, criteria.status().name()));
    }
    if (criteria.externalRefs() != null) {
      filters.add(Filters.in(EXTERNAL_REF, criteria.externalRefs()));
    }
    after(cursor, filters);
    return page(filters, territory, limit);
  }

  /** Where a reader may see members; null where she may see all. */
  @Nullable Territory territory(Caller reader) {
    return territory(reader, null);
  }

  /**
   * Those who bear an identity number.
   *
   * @param wanted asked of each of them before the limit counts
   * @throws vn.sen.chassis.domain.RuleViolation if it cannot be one
   */
  List<Stored<Member>> numbered(
      @Nullable Territory territory, String identityNumber, Predicate<Member> wanted, int limit) {
    return within(territory, bearing(identityNumber), wanted, limit);
  }

  /**
   * Those who bear the whole name, however its tone marks and capitals are written.
   *
   * @param wanted asked of each of them before the limit counts
   */
  List<Stored<Member>> named(
      @Nullable Territory territory, String fullName, Predicate<Member> wanted, int limit) {
    return within(territory, Filters.eq(NAME_KEY, Names.key(fullName)), wanted, limit);
  }

  private List<Stored<Member>> within(
      @Nullable Territory territory, Bson who, Predicate<Member> wanted, int limit) {
    var filters = new ArrayList<Bson>(List.of(who));
    narrow(filters, territory);
    return read(
        filters, member -> isIn(territory, member) && wanted.test(member), limit, NAMESAKES);
  }

  private Bson bearing(String identityNumber) {
    var number = IdentityNumber.parse(identityNumber);
    return Filters.eq(KEYS, hash.of(Member.identityKey(number.digits())));
  }

  private static void narrow(List<Bson> filters, @Nullable Territory territory) {
    if (territory != null && !territory.isEverything()) {
      filters.add(Filters.in(UNITS, territory.leaves()));
    }
  }

  private static boolean isIn(@Nullable Territory territory, Member member) {
    return territory == null || territory.holds(member);
  }

  private void after(@Nullable String cursor, List<Bson> filters) {
    var last = cursors.parse(cursor, 2);
    if (!last.isEmpty()) {
      var key = last.getFirst();
      var id = id(last.getLast());
      filters.add(Filters.gte(NAME_KEY, key));
      filters.add(
          Filters.or(
              Filters.gt(NAME_KEY, key),
              Filters.and(Filters.eq(NAME_KEY, key), Filters.gt("_id", id))));
    }
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new CursorInvalid();
    }
  }

  private Found page(List<Bson> filters, @Nullable Territory territory, int limit) {
    var found = read(filters, member -> isIn(territory, member), limit + 1, limit + 1);
    if (found.size() <= limit) {
      return new Found(found, null);
    }
    var members = found.subList(0, limit);
    return new Found(members, cursorOf(members.getLast()));
  }

  private List<Stored<Member>> read(
      List<Bson> filters, Predicate<Member> wanted, int limit, int together) {
    var members = new ArrayList<Stored<Member>>();
    var query =
        store
            .documents()
            .find(Filters.and(filters))
            .sort(Sorts.ascending(NAME_KEY, "_id"))
            .batchSize(together);
    try (var documents = query.cursor()) {
      while (documents.hasNext()) {
        // together, so that one question finds the keys of all
        for (var member : store.stored(next(documents, together))) {
          if (wanted.test(member.state())) {
            members.add(member);
          }
          if (members.size() == limit) {
            return members;
          }
        }
      }
    }
    return members;
  }

  private static List<Document> next(MongoCursor<Document> documents, int count) {
    var next = new ArrayList<Document>(count);
    while (next.size() < count && documents.hasNext()) {
      next.add(documents.next());
    }
    return next;
  }

  private String cursorOf(Stored<Member> last) {
    return cursors.of(Names.key(last.state().particulars().fullName()), last.id().toString());
  }

  /** Null where nothing narrows the search down. */
  private @Nullable Territory territory(Caller reader, @Nullable UUID asked) {
    var reach = scope.reach(reader);
    if (asked == null) {
      return reach.everything() ? null : territory(reach.units());
    }
    if (scope.covers(reader, asked, List.of(), LocalDate.now(clock))) {
      return territory(Set.of(asked));
    }
    var whole = part(asked);
    var own = reach.units().stream().filter(whole.leaves()::contains).collect(Collectors.toSet());
    if (own.isEmpty()) {
      throw new OutOfScope("/unitId");
    }
    return territory(own);
  }

  private Territory territory(Set<UUID> asked) {
    return new Territory(asked.stream().map(this::part).toList());
  }

  private Part part(UUID unit) {
    var today = LocalDate.now(clock);
    var known =
        units
            .unit(unit)
            .orElseThrow(() -> new UnitRules.UnitNotInForce("/unitId", today.toString()));
    var day = known.nearestDay(today);
    var map = units.map();
    var leaves =
        map.units().stream()
            .map(OrgUnit::id)
            .filter(id -> id.equals(unit) || map.place(id, List.of(), day).isWithin(unit))
            .collect(Collectors.toSet());
    leaves.add(unit);
    return new Part(unit, day, map, leaves);
  }
}

package vn.sen.membership.cadre;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.OutOfScope;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.chassis.store.Stored;
import vn.sen.chassis.web.Cursor;
import vn.sen.membership.orgunit.UnitRules;
import vn.sen.membership.orgunit.Units;
import vn.sen.membership.title.Title;
import vn.sen.membership.title.Titles;

/**
 * Lists posts of units on the map of a day, filled and vacant, by the units' and the titles' codes.
 * A post is a title with seats at the unit's level, so those that nobody ever held are listed too.
 */
@Component
class PostList {

  /** So many posts are read with one question. */
  private static final int CHUNK = 500;

  private static final Comparator<OrgUnit> BY_CODE =
      Comparator.comparing(OrgUnit::code).thenComparing(unit -> unit.id().toString());

  private final Posts posts;
  private final Titles titles;
  private final Units units;
  private final Scope scope;
  private final Clock clock;

  PostList(Posts posts, Titles titles, Units units, Scope scope, Clock clock) {
    this.posts = posts;
    this.titles = titles;
    this.units = units;
    this.scope = scope;
    this.clock = clock;
  }

  /**
   * What to look for.
   *
   * @param unitId with everything below it, null for all that the reader may see
   * @param titleId null for every title
   */
  record Criteria(@Nullable UUID unitId, @Nullable UUID titleId, LocalDate day) {}

  /** One page. */
  record Found(List<PostOnDay> posts, @Nullable String next) {}

  private record Key(OrgUnit unit, Stored<Title> title) {
    UUID postId() {
      return Posts.id(unit.id(), title.id());
    }

    boolean isAfter(List<String> last) {
      var own = List.of(unit.code(), unit.id().toString(), title.state().code());
      for (int i = 0; i < own.size(); i++) {
        int order = own.get(i).compareTo(last.get(i));
        if (order != 0) {
          return order > 0;
        }
      }
      return false;
    }
  }

  /**
   * Finds posts of the units that the reader may see.
   *
   * @param selection which of many posts are wanted, in the same order
   * @throws OutOfScope if she asks for a unit of which she may see nothing (403)
   */
  Found find(
      Caller reader,
      Criteria criteria,
      UnaryOperator<List<PostOnDay>> selection,
      int limit,
      @Nullable String cursor) {
    var after = Cursor.parse(cursor, 3);
    var keys = keys(reader, criteria, after);
    var found = new ArrayList<PostOnDay>();
    for (int from = 0; from < keys.size(); from += CHUNK) {
      var chunk = read(keys.subList(from, Math.min(from + CHUNK, keys.size())), criteria);
      for (var post : selection.apply(chunk)) {
        if (found.size() == limit) {
          return new Found(found, cursorOf(found.getLast()));
        }
        found.add(post);
      }
    }
    return new Found(found, null);
  }

  private static String cursorOf(PostOnDay last) {
    return Cursor.of(last.unit().code(), last.unit().id().toString(), last.title().code());
  }

  private List<PostOnDay> read(List<Key> keys, Criteria criteria) {
    var held = posts.findAll(keys.stream().map(Key::postId).toList());
    return keys.stream()
        .map(
            key -> {
              var stored = held.get(key.postId());
              var unit = key.unit();
              return new PostOnDay(
                  unit,
                  key.title().id(),
                  key.title().state(),
                  criteria.day(),
                  stored == null ? 0 : stored.version(),
                  stored == null ? Post.untouched(unit.id(), key.title().id()) : stored.state());
            })
        .filter(PostOnDay::exists)
        .toList();
  }

  private List<Key> keys(Caller reader, Criteria criteria, List<String> after) {
    var held =
        titles.all().stream()
            .filter(t -> criteria.titleId() == null || t.id().equals(criteria.titleId()))
            .filter(t -> !t.state().from().isAfter(criteria.day()))
            .toList();
    return territory(reader, criteria).stream()
        .filter(unit -> after.isEmpty() || unit.code().compareTo(after.getFirst()) >= 0)
        .sorted(BY_CODE)
        .flatMap(
            unit ->
                held.stream()
                    .filter(title -> title.state().everHeldAt(unit.level()))
                    .map(title -> new Key(unit, title)))
        .filter(key -> after.isEmpty() || key.isAfter(after))
        .toList();
  }

  /** The units of the day that lie within the unit asked for, as far as the reader may see them. */
  private List<OrgUnit> territory(Caller reader, Criteria criteria) {
    var map = units.map();
    var asked = criteria.unitId();
    var day = asked == null ? criteria.day() : mapDay(asked, criteria.day());
    var reach = scope.reach(reader);
    var within =
        map.units().stream()
            .filter(unit -> unit.existsOn(criteria.day()))
            .filter(unit -> asked == null || map.place(unit.id(), List.of(), day).isWithin(asked))
            .toList();
    var seen =
        within.stream()
            .filter(unit -> scope.covers(reach, unit.id(), List.of(), criteria.day()))
            .toList();
    if (asked != null
        && seen.isEmpty()
        && !scope.covers(reach, asked, List.of(), LocalDate.now(clock))) {
      throw new OutOfScope("");
    }
    return seen;
  }

  private LocalDate mapDay(UUID asked, LocalDate day) {
    return units
        .unit(asked)
        .orElseThrow(() -> new UnitRules.UnitNotInForce("", day.toString()))
        .nearestDay(day);
  }
}

package vn.sen.lending.naming;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.sen.chassis.domain.BusinessZone;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.Stored;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.Page;

/** Lists what is named in a store, as it is called on a day. */
@Component
public class NamedList {

  /** Below {@code ix}. */
  public static final String CODE = "code";

  private static final String SINCE = "since";

  /** One of them as it is called on the day asked for. */
  public record NamedOnDay(UUID id, String code, String name, LocalDate since, long version) {

    static NamedOnDay of(Stored<? extends Named> stored, LocalDate day) {
      var names = stored.state().names();
      return new NamedOnDay(
          stored.id(),
          stored.state().code(),
          names.on(day).orElseThrow(),
          names.since(),
          stored.version());
    }
  }

  /** What a store has to index for the list. */
  public static Map<String, ?> index(Named named) {
    return Map.of(CODE, named.code(), SINCE, named.names().since().toString());
  }

  /**
   * A page, by code.
   *
   * @param at null for today
   */
  public ResponseEntity<Page<NamedOnDay>> page(
      AggregateStore<? extends Named> store,
      @Nullable LocalDate at,
      int limit,
      @Nullable String cursor) {
    var day = at == null ? BusinessZone.today() : at;
    var behind = Cursor.parse(cursor, 1);
    var found = on(store, day, behind.isEmpty() ? "" : behind.getFirst(), limit + 1);
    var items = found.stream().limit(limit).toList();
    return Page.of(items, found.size() > limit ? Cursor.of(items.getLast().code()) : null);
  }

  private static List<NamedOnDay> on(
      AggregateStore<? extends Named> store, LocalDate day, String behindCode, int limit) {
    return store
        .documents()
        .find(
            Filters.and(
                Filters.gt("ix." + CODE, behindCode), Filters.lte("ix." + SINCE, day.toString())))
        .sort(Sorts.ascending("ix." + CODE))
        .limit(limit)
        .map(document -> NamedOnDay.of(store.stored(document), day))
        .into(new ArrayList<>());
  }
}

package vn.sen.membership.voice;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.Stored;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.CursorInvalid;
import vn.sen.events.membership.VoiceKind;
import vn.sen.membership.orgunit.UnitsInReach;

/** Lists voices by what is known of them beside their words, which nobody decrypts for it. */
@Component
class VoiceList {

  private static final String DUE = "ix." + VoiceConfiguration.DUE;
  private static final String STATE = "ix." + VoiceConfiguration.STATE;
  private static final String UNITS = "ix." + VoiceConfiguration.UNITS;
  private static final String BUNDLE = "ix." + VoiceConfiguration.BUNDLE;

  private final AggregateStore<Voice> store;
  private final UnitsInReach reach;
  private final Clock clock;

  VoiceList(AggregateStore<Voice> store, UnitsInReach reach, Clock clock) {
    this.store = store;
    this.reach = reach;
    this.clock = clock;
  }

  /**
   * What to look for; null where anything fits.
   *
   * @param ownedWithin the unit, or one above the unit, that has to answer
   * @param overdue whether an answer should have come before today
   */
  record Criteria(
      @Nullable UUID ownedWithin,
      Voice.@Nullable VoiceState state,
      boolean overdue,
      @Nullable VoiceKind kind,
      @Nullable String subject) {}

  /** One page; what is due first comes first. */
  record Found(List<Stored<Voice>> voices, @Nullable String next) {}

  Found find(Caller reader, Criteria criteria, int limit, @Nullable String cursor) {
    var filters = new ArrayList<Bson>();
    reach.of(reader).ifPresent(units -> filters.add(Filters.in(UNITS, units)));
    if (criteria.ownedWithin() != null) {
      filters.add(
          Filters.in("ix." + VoiceConfiguration.OWNER, reach.area(criteria.ownedWithin()).units()));
    }
    add(filters, STATE, criteria.state());
    add(filters, "ix." + VoiceConfiguration.KIND_OF_VOICE, criteria.kind());
    add(filters, "ix." + VoiceConfiguration.SUBJECT, criteria.subject());
    if (criteria.overdue()) {
      add(filters, STATE, Voice.VoiceState.OPEN);
      filters.add(Filters.lt(DUE, LocalDate.now(clock).toString()));
    }
    after(cursor, filters);
    var ids = ids(filters, Sorts.ascending(DUE, "_id"), limit + 1);
    var page = inOrder(ids.stream().limit(limit).toList());
    return new Found(page, ids.size() > limit ? cursorOf(page.getLast()) : null);
  }

  private static void add(List<Bson> filters, String field, @Nullable Object wanted) {
    if (wanted != null) {
      filters.add(Filters.eq(field, wanted.toString()));
    }
  }

  private static void after(@Nullable String cursor, List<Bson> filters) {
    var last = Cursor.parse(cursor, 2);
    if (!last.isEmpty()) {
      var due = last.getFirst();
      filters.add(
          Filters.or(
              Filters.gt(DUE, due),
              Filters.and(Filters.eq(DUE, due), Filters.gt("_id", id(last.getLast())))));
    }
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new CursorInvalid();
    }
  }

  private static String cursorOf(Stored<Voice> last) {
    return Cursor.of(last.state().last().dueOn().toString(), last.id().toString());
  }

  /** Voices of the bundle that the reader may see. */
  List<UUID> bundled(Caller reader, UUID bundle) {
    var filters = new ArrayList<Bson>(List.of(Filters.eq(BUNDLE, bundle)));
    reach.of(reader).ifPresent(units -> filters.add(Filters.in(UNITS, units)));
    return ids(filters, Sorts.ascending("_id"), Integer.MAX_VALUE);
  }

  private List<UUID> ids(List<Bson> filters, Bson order, int limit) {
    return store
        .documents()
        .find(filters.isEmpty() ? Filters.empty() : Filters.and(filters))
        .projection(Projections.include("_id"))
        .sort(order)
        .limit(limit)
        .map(document -> document.get("_id", UUID.class))
        .into(new ArrayList<>());
  }

  private List<Stored<Voice>> inOrder(Collection<UUID> ids) {
    var found = store.findAllWithoutSecrets(ids);
    var inOrder = new ArrayList<Stored<Voice>>(ids.size());
    for (var id : ids) {
      var voice = found.get(id);
      if (voice != null) {
        inOrder.add(voice);
      }
    }
    return inOrder;
  }
}

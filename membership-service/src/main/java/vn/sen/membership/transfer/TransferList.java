package vn.sen.membership.transfer;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.Stored;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.CursorInvalid;

/** Lists the requests of the reader's units and to them, the latest first. */
@Component
class TransferList {

  private static final String REQUESTED_ON = "ix." + TransferConfiguration.REQUESTED_ON;
  private static final String STATE = "ix." + TransferConfiguration.STATE;

  private final AggregateStore<TransferRequest> store;
  private final TransferHandler handler;

  TransferList(AggregateStore<TransferRequest> store, TransferHandler handler) {
    this.store = store;
    this.handler = handler;
  }

  /** One page. */
  record Found(List<Stored<TransferRequest>> requests, @Nullable String next) {}

  /**
   * @param states empty for any
   */
  Found find(
      Caller reader, List<TransferRequest.State> states, int limit, @Nullable String cursor) {
    var filters = new ArrayList<Bson>();
    filters.add(Filters.gte(REQUESTED_ON, ""));
    if (!states.isEmpty()) {
      filters.add(Filters.in(STATE, states.stream().map(Enum::name).toList()));
    }
    after(cursor, filters);
    var found = new ArrayList<Stored<TransferRequest>>();
    var query =
        store.documents().find(Filters.and(filters)).sort(Sorts.descending(REQUESTED_ON, "_id"));
    try (var documents = query.cursor()) {
      Document last = null;
      while (documents.hasNext()) {
        var document = documents.next();
        var request = store.stored(document);
        if (!handler.isVisible(reader, request.state())) {
          continue;
        }
        if (found.size() == limit && last != null) {
          return new Found(found, cursorOf(last));
        }
        found.add(request);
        last = document;
      }
    }
    return new Found(found, null);
  }

  private static void after(@Nullable String cursor, List<Bson> filters) {
    var last = Cursor.parse(cursor, 2);
    if (!last.isEmpty()) {
      var day = last.getFirst();
      filters.add(
          Filters.or(
              Filters.lt(REQUESTED_ON, day),
              Filters.and(Filters.eq(REQUESTED_ON, day), Filters.lt("_id", id(last.getLast())))));
    }
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new CursorInvalid();
    }
  }

  private static String cursorOf(Document document) {
    var day = document.getEmbedded(List.of("ix", TransferConfiguration.REQUESTED_ON), "");
    return Cursor.of(day, document.get("_id", UUID.class).toString());
  }
}

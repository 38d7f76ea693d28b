package vn.sen.chassis.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The documents of one kind of aggregates; several kinds may share a collection. */
final class KindCollection<S> {

  private final AggregateKind<S> kind;
  private final MongoCollection<Document> collection;

  KindCollection(AggregateKind<S> kind, MongoCollection<Document> collection) {
    this.kind = kind;
    this.collection = collection;
  }

  /** The whole collection. */
  MongoCollection<Document> all() {
    return collection;
  }

  Optional<Document> find(UUID id) {
    return StoreErrors.retryingOnce(
        () -> Optional.ofNullable(collection.find(ofKind(Filters.eq("_id", id))).first()));
  }

  List<Document> find(Collection<UUID> ids) {
    return collection.find(ofKind(Filters.in("_id", ids))).into(new ArrayList<>());
  }

  /** The same with nothing but their states. */
  List<Document> findStates(Collection<UUID> ids) {
    return collection
        .find(ofKind(Filters.in("_id", ids)))
        .projection(Documents.onlyState())
        .into(new ArrayList<>());
  }

  /** The states of the first ones that match, in the order of their ids. */
  List<Document> findStates(Bson filter, int limit) {
    return collection
        .find(ofKind(filter))
        .projection(Documents.onlyState())
        .sort(Sorts.ascending("_id"))
        .limit(limit)
        .into(new ArrayList<>());
  }

  private Bson ofKind(Bson those) {
    return Filters.and(those, Filters.eq(Documents.KIND, kind.name()));
  }

  /**
   * The name of the natural key that another aggregate holds.
   *
   * @param state of the one that was refused
   */
  String takenKey(S state, UUID id) {
    var keys = kind.keys().apply(state);
    var holders =
        collection
            .find(Filters.and(Filters.in(Documents.KEYS, keys), Filters.ne("_id", id)))
            .projection(Projections.include(Documents.KEYS))
            .into(new ArrayList<>());
    return holders.stream()
        .flatMap(d -> d.getList(Documents.KEYS, String.class).stream())
        .filter(keys::contains)
        .findFirst()
        .or(() -> keys.stream().findFirst())
        .map(key -> key.substring(0, Math.max(key.indexOf(':'), 0)))
        .orElse("");
  }
}

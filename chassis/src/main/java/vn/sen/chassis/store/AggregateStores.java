package vn.sen.chassis.store;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.function.Supplier;
import vn.sen.chassis.privacy.DataKeys;
import vn.sen.chassis.relay.PendingEvent;
import vn.sen.chassis.relay.Relay;

/** Opens the stores of a service's aggregates. */
public final class AggregateStores {

  private final MongoDatabase database;
  private final Relay relay;
  private final Supplier<DataKeys> dataKeys;

  /**
   * @param dataKeys asked only for a kind that has secrets
   */
  public AggregateStores(MongoDatabase database, Relay relay, Supplier<DataKeys> dataKeys) {
    this.database = database;
    this.relay = relay;
    this.dataKeys = dataKeys;
  }

  /** For kinds without secrets. */
  public AggregateStores(MongoDatabase database, Relay relay) {
    this(
        database,
        relay,
        () -> {
          throw new IllegalStateException("There are no keys for secrets");
        });
  }

  /** Opens a store: makes its indexes and lets the relay publish its events. */
  public <S> AggregateStore<S> open(AggregateKind<S> kind) {
    var collection = database.getCollection(kind.collection());
    collection.createIndex(
        Indexes.ascending(Documents.KEYS), new IndexOptions().unique(true).sparse(true));
    collection.createIndex(
        Indexes.ascending(PendingEvent.OUTBOX + "." + PendingEvent.BUCKET),
        new IndexOptions().sparse(true));
    for (List<String> fields : kind.indexes()) {
      collection.createIndex(Indexes.ascending(fields.stream().map(f -> "ix." + f).toList()));
    }
    var outbox =
        relay.open(
            kind.topic(),
            collection,
            Filters.eq(Documents.KIND, kind.name()),
            document -> Documents.pending(document, kind));
    var keys = kind.secrets().isEmpty() ? null : dataKeys.get();
    return new AggregateStore<>(kind, collection, outbox, new Secrets(kind, keys));
  }
}

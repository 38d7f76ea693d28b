package vn.sen.chassis.privacy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * A random key for each owner of personal data, kept apart from the data and wrapped by a key of
 * the configuration. Whoever destroys an owner's key has erased what was encrypted under it,
 * wherever copies of it lie.
 */
public final class DataKeys {

  private static final String KEY = "key";
  private static final String WRAPPED_BY = "by";
  private static final int KEY_BYTES = 32;
  private static final int DUPLICATE_KEY = 11000;

  private final MongoCollection<Document> collection;
  private final PrivacyKeys keys;
  private final KeyCache cache;

  /**
   * Opens the keys of a service and makes sure that the configuration still fits them.
   *
   * @param cached so many keys are kept in memory
   * @throws PrivacyKeysInvalid if a key is missing that unwraps some of them
   */
  public DataKeys(MongoDatabase database, PrivacyKeys keys, int cached) {
    this.collection = database.getCollection("dataKeys");
    this.keys = keys;
    this.cache = new KeyCache(cached);
    new KeyChange(database, collection, this, keys).settle();
  }

  /**
   * The owner's key.
   *
   * @throws DataKeyDestroyed if there is none (any more)
   */
  public Sealer get(UUID owner) {
    return only(owner, find(Set.of(owner)));
  }

  /** The owners' keys; those of whom there is none are left out. */
  public Map<UUID, Sealer> find(Collection<UUID> owners) {
    var found = new HashMap<UUID, Sealer>();
    var others = new ArrayList<UUID>();
    for (var owner : owners) {
      var cached = cache.get(owner);
      if (cached == null) {
        others.add(owner);
      } else {
        found.put(owner, cached);
      }
    }
    if (!others.isEmpty()) {
      for (var document : collection.find(Filters.in("_id", others))) {
        var owner = document.get("_id", UUID.class);
        var sealer = sealer(owner, unwrapped(document));
        cache.put(owner, sealer);
        found.put(owner, sealer);
      }
    }
    return found;
  }

  /** The owner's key, made now if there is none. */
  public Sealer make(UUID owner) {
    var found = find(Set.of(owner));
    return only(owner, found.isEmpty() ? makeAll(Set.of(owner)) : found);
  }

  private static Sealer only(UUID owner, Map<UUID, Sealer> found) {
    var sealer = found.get(owner);
    if (sealer == null) {
      throw new DataKeyDestroyed();
    }
    return sealer;
  }

  /**
   * The keys of owners that most likely have none yet. They are durable before this returns, so
   * that nothing is ever encrypted under a key that a crash could take away.
   */
  public Map<UUID, Sealer> makeAll(Set<UUID> owners) {
    // fresh keys are not cached: an import would drive out those in use
    var made = new HashMap<UUID, Sealer>();
    var documents = new ArrayList<Document>(owners.size());
    for (var owner : owners) {
      var key = new SecretKeySpec(Gcm.random(KEY_BYTES), "AES");
      made.put(owner, sealer(owner, key));
      documents.add(wrapped(owner, key));
    }
    made.putAll(find(insert(documents)));
    return made;
  }

  /** Inserts keys and returns the owners that somebody else has given one meanwhile. */
  private List<UUID> insert(List<Document> documents) {
    try {
      collection.insertMany(documents, new InsertManyOptions().ordered(false));
      return List.of();
    } catch (MongoBulkWriteException e) {
      if (e.getWriteErrors().stream().anyMatch(w -> w.getCode() != DUPLICATE_KEY)) {
        throw e;
      }
      return e.getWriteErrors().stream()
          .map(w -> documents.get(w.getIndex()).get("_id", UUID.class))
          .toList();
    }
  }

  /** What was encrypted for the owner can never be read again. Safe to repeat. */
  public void destroy(UUID owner) {
    collection.deleteOne(Filters.eq("_id", owner));
    cache.remove(owner);
  }

  private static Sealer sealer(UUID owner, SecretKey key) {
    return new Sealer(key, owner.toString());
  }

  private Document wrapped(UUID owner, SecretKey key) {
    var by = keys.current();
    var wrapping = keys.wrapping(by);
    if (wrapping == null) {
      throw new IllegalStateException("There is always a current key");
    }
    var sealed = Gcm.seal(wrapping, key.getEncoded(), KeyChange.associated(owner));
    return new Document("_id", owner).append(WRAPPED_BY, by).append(KEY, new Binary(sealed));
  }

  private SecretKey unwrapped(Document document) {
    var wrapping = keys.wrapping(document.getString(WRAPPED_BY));
    if (wrapping == null) {
      throw new IllegalStateException(
          "A key is wrapped by " + document.getString(WRAPPED_BY) + ", which is not configured");
    }
    var owner = document.get("_id", UUID.class);
    var sealed = document.get(KEY, Binary.class).getData();
    return new SecretKeySpec(Gcm.open(wrapping, sealed, KeyChange.associated(owner)), "AES");
  }

  /** Wraps a key anew under the current key of the configuration. */
  Document rewrapped(Document document) {
    return wrapped(document.get("_id", UUID.class), unwrapped(document));
  }
}

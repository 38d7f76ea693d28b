package vn.sen.chassis.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.privacy.DataKeyDestroyed;
import vn.sen.chassis.privacy.DataKeys;
import vn.sen.chassis.privacy.Sealer;

/**
 * Encrypts the secret fields of states before they are written and decrypts them after they were
 * read, each aggregate's under its own key. An aggregate whose secret fields are empty has no key.
 */
final class Secrets {

  private final String kind;
  private final List<Field> fields;
  private final @Nullable DataKeys keys;

  Secrets(AggregateKind<?> kind, @Nullable DataKeys keys) {
    this.kind = kind.name();
    this.fields = kind.secrets().stream().map(Field::of).toList();
    this.keys = keys;
    if (!fields.isEmpty() && keys == null) {
      throw new IllegalArgumentException(kind.name() + " has secrets, but nobody gave keys");
    }
  }

  /** A state on its way to the store or back. */
  record Owned(UUID owner, Map<String, Object> state) {}

  /**
   * Encrypts in place; values that are encrypted already stay.
   *
   * @throws com.mongodb.MongoException if keys cannot be read or made
   */
  void seal(Collection<Owned> states) {
    var plain = with(states, String.class);
    if (keys == null || plain.isEmpty()) {
      return;
    }
    var sealers = sealers(keys, owners(plain));
    for (var owned : plain) {
      var sealer = required(sealers.get(owned.owner()));
      for (var field : fields) {
        if (field.in(owned.state()) instanceof String text) {
          field.put(owned.state(), new Binary(sealer.seal(purpose(field), text)));
        }
      }
    }
  }

  /** One aggregate has its key already, more often than not; many are new. */
  private static Map<UUID, Sealer> sealers(DataKeys keys, Set<UUID> owners) {
    if (owners.size() > 1) {
      return keys.makeAll(owners);
    }
    var owner = owners.iterator().next();
    return Map.of(owner, keys.make(owner));
  }

  /**
   * Decrypts in place.
   *
   * @throws DataKeyDestroyed if an owner's key is no more
   */
  void open(Collection<Owned> states) {
    var sealed = with(states, Binary.class);
    if (keys == null || sealed.isEmpty()) {
      return;
    }
    var sealers = keys.find(owners(sealed));
    for (var owned : sealed) {
      var sealer = required(sealers.get(owned.owner()));
      for (var field : fields) {
        if (field.in(owned.state()) instanceof Binary binary) {
          field.put(owned.state(), sealer.open(purpose(field), binary.getData()));
        }
      }
    }
  }

  /** Takes encrypted texts out in place: nobody asks for their keys. */
  void blank(Collection<Owned> states) {
    for (var owned : with(states, Binary.class)) {
      for (var field : fields) {
        if (field.in(owned.state()) instanceof Binary) {
          field.put(owned.state(), "");
        }
      }
    }
  }

  private List<Owned> with(Collection<Owned> states, Class<?> type) {
    return states.stream()
        .filter(owned -> fields.stream().anyMatch(f -> type.isInstance(f.in(owned.state()))))
        .toList();
  }

  private static Set<UUID> owners(List<Owned> states) {
    return states.stream().map(Owned::owner).collect(Collectors.toSet());
  }

  private static Sealer required(@Nullable Sealer sealer) {
    if (sealer == null) {
      throw new DataKeyDestroyed();
    }
    return sealer;
  }

  private String purpose(Field field) {
    return kind + field.pointer();
  }

  /** A place in a state. */
  private record Field(String pointer, List<String> way, String name) {

    static Field of(String pointer) {
      var names = List.of(pointer.substring(1).split("/"));
      return new Field(pointer, names.subList(0, names.size() - 1), names.getLast());
    }

    @Nullable Object in(Map<String, Object> state) {
      var parent = parent(state);
      return parent == null ? null : parent.get(name);
    }

    void put(Map<String, Object> state, Object value) {
      var parent = parent(state);
      if (parent != null) {
        parent.put(name, value);
      }
    }

    @SuppressWarnings("unchecked")
    private @Nullable Map<String, Object> parent(Map<String, Object> state) {
      Map<String, Object> at = state;
      for (var step : way) {
        if (!(at.get(step) instanceof Map<?, ?> next)) {
          return null;
        }
        at = (Map<String, Object>) next;
      }
      return at;
    }
  }
}

package vn.sen.chassis.store;

import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  private static final String WRAPPED = "sealed:";

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
        field.replace(
            owned.state(), String.class, text -> new Binary(sealer.seal(purpose(field), text)));
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
        field.replace(
            owned.state(), Binary.class, binary -> sealer.open(purpose(field), binary.getData()));
      }
    }
  }

  /** Takes encrypted texts out in place: nobody asks for their keys. */
  void blank(Collection<Owned> states) {
    for (var owned : with(states, Binary.class)) {
      for (var field : fields) {
        field.replace(owned.state(), Binary.class, _ -> "");
      }
    }
  }

  /** Makes texts of encrypted values in place, encrypted as they are. */
  void wrap(Collection<Owned> states) {
    for (var owned : with(states, Binary.class)) {
      for (var field : fields) {
        field.replace(
            owned.state(),
            Binary.class,
            binary -> WRAPPED + Base64.getEncoder().encodeToString(binary.getData()));
      }
    }
  }

  /**
   * Undoes {@link #wrap} in place.
   *
   * @throws IllegalStateException if a secret is another one than before
   */
  void unwrap(Collection<Owned> states) {
    for (var owned : with(states, String.class)) {
      for (var field : fields) {
        field.replace(owned.state(), String.class, Secrets::unwrapped);
      }
    }
  }

  private static Binary unwrapped(String text) {
    if (!text.startsWith(WRAPPED)) {
      throw new IllegalStateException("A secret that is kept was changed");
    }
    return new Binary(Base64.getDecoder().decode(text.substring(WRAPPED.length())));
  }

  private List<Owned> with(Collection<Owned> states, Class<?> type) {
    return states.stream()
        .filter(owned -> fields.stream().anyMatch(f -> f.holds(owned.state(), type)))
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

  /** A place in a state, or one in each item of a list. */
  private record Field(String pointer, List<String> way, String name) {

    private static final String EACH = "*";

    static Field of(String pointer) {
      var names = List.of(pointer.substring(1).split("/"));
      return new Field(pointer, names.subList(0, names.size() - 1), names.getLast());
    }

    boolean holds(Map<String, Object> state, Class<?> type) {
      return holders(state).anyMatch(holder -> type.isInstance(holder.get(name)));
    }

    <T> void replace(Map<String, Object> state, Class<T> type, Function<T, Object> replacement) {
      holders(state)
          .filter(holder -> type.isInstance(holder.get(name)))
          .forEach(holder -> holder.put(name, replacement.apply(type.cast(holder.get(name)))));
    }

    @SuppressWarnings("unchecked")
    private Stream<Map<String, Object>> holders(Map<String, Object> state) {
      Stream<Object> at = Stream.of(state);
      for (var step : way) {
        at = at.flatMap(value -> next(value, step));
      }
      return at.filter(Map.class::isInstance).map(map -> (Map<String, Object>) map);
    }

    private static Stream<Object> next(Object value, String step) {
      if (step.equals(EACH)) {
        return value instanceof List<?> items ? items.stream().map(item -> item) : Stream.of();
      }
      return value instanceof Map<?, ?> map ? Stream.ofNullable(map.get(step)) : Stream.of();
    }
  }
}

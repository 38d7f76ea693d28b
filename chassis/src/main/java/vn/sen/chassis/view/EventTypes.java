package vn.sen.chassis.view;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventCatalog;

/** Finds an event type by the bytes of its wire name, and whether the view wants it. */
final class EventTypes {

  /** A known type. */
  record EventType(String name, boolean wanted) {}

  private record Name(byte[] utf8) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Name name && Arrays.equals(utf8, name.utf8);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(utf8);
    }
  }

  private final Map<Name, EventType> types = new HashMap<>();

  EventTypes(EventCatalog catalog, Set<Class<? extends DomainEvent>> wanted) {
    for (var name : catalog.names()) {
      var type = catalog.classOf(name);
      types.put(
          new Name(name.getBytes(StandardCharsets.UTF_8)),
          new EventType(name, type != null && wanted.contains(type)));
    }
  }

  /** The type of this name, or null if the catalog does not know it. */
  @Nullable EventType find(byte[] name) {
    return types.get(new Name(name));
  }
}

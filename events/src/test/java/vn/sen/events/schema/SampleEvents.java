package vn.sen.events.schema;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.DomainEvent;

/** Makes events of any record class, so that new events are tested without being named anywhere. */
final class SampleEvents {

  /** As many variants as the largest enumeration in use has values. */
  private static final int VARIANTS = 14;

  private static final Map<Type, Object> VALUES =
      Map.ofEntries(
          Map.entry(String.class, "Phường Tuy Hòa"),
          Map.entry(UUID.class, UUID.fromString("0197a2b0-8e3c-7b5e-9d5a-3f1c2b4a5d6e")),
          Map.entry(LocalDate.class, LocalDate.parse("2023-10-30")),
          Map.entry(Instant.class, Instant.parse("2026-01-02T03:04:05.678Z")),
          Map.entry(boolean.class, true),
          Map.entry(Boolean.class, false),
          Map.entry(int.class, -1),
          Map.entry(Integer.class, 1),
          Map.entry(long.class, 2_290_900_000_000L),
          Map.entry(Long.class, 1L));

  private SampleEvents() {}

  /** Events with everything, in all values of enumerations, and one with only what is required. */
  static List<DomainEvent> of(Class<? extends DomainEvent> type) {
    var events = new ArrayList<DomainEvent>();
    for (int variant = 0; variant < VARIANTS; variant++) {
      events.add((DomainEvent) record(type, variant, true));
    }
    events.add((DomainEvent) record(type, 0, false));
    return events;
  }

  private static Object record(Class<?> type, int variant, boolean full) {
    var components = type.getRecordComponents();
    var values = Arrays.stream(components).map(c -> component(c, variant, full)).toArray();
    try {
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot make a " + type, e);
    }
  }

  private static @Nullable Object component(RecordComponent component, int variant, boolean full) {
    if (!full && component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
      return null;
    }
    if (!full && Collection.class.isAssignableFrom(component.getType())) {
      return List.of();
    }
    return value(component.getGenericType(), variant, full);
  }

  private static Object value(Type type, int variant, boolean full) {
    if (type instanceof ParameterizedType list) {
      return List.of(value(list.getActualTypeArguments()[0], variant, full));
    }
    if (type instanceof Class<?> c && c.isEnum()) {
      var constants = c.getEnumConstants();
      return constants[variant % constants.length];
    }
    if (type instanceof Class<?> c && c.isRecord()) {
      return record(c, variant, full);
    }
    return Objects.requireNonNull(VALUES.get(type), () -> "No sample value for " + type);
  }
}

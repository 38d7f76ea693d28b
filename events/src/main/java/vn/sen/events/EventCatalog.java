package vn.sen.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Knows the event records of some sealed interfaces by their wire names and turns their JSON data
 * into records and back.
 *
 * <p>Unknown JSON fields are ignored, because changes to an event are additive; an unknown wire
 * name or an unknown value of an enumeration is an error, because it cannot be counted.
 */
public final class EventCatalog {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_EMPTY))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final Map<String, Class<? extends DomainEvent>> classes = new LinkedHashMap<>();
  private final Map<String, ObjectReader> readers = new LinkedHashMap<>();
  private final Map<Class<?>, String> names = new LinkedHashMap<>();
  private final Map<Class<?>, ObjectWriter> writers = new LinkedHashMap<>();

  private EventCatalog() {}

  /**
   * Collects all records permitted by the given sealed interfaces; one record may belong to
   * several.
   *
   * @throws IllegalArgumentException if a record has no {@link EventName} or a name occurs twice
   */
  public static EventCatalog of(List<Class<? extends DomainEvent>> sealedInterfaces) {
    var catalog = new EventCatalog();
    sealedInterfaces.stream().flatMap(EventCatalog::records).distinct().forEach(catalog::register);
    return catalog;
  }

  private static Stream<Class<?>> records(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventCatalog::records)
        : Stream.of(type);
  }

  private void register(Class<?> type) {
    var name = type.getAnnotation(EventName.class);
    if (name == null) {
      throw new IllegalArgumentException(type.getName() + " has no @EventName");
    }
    var eventClass = type.asSubclass(DomainEvent.class);
    if (classes.putIfAbsent(name.value(), eventClass) != null) {
      throw new IllegalArgumentException("Event name used twice: " + name.value());
    }
    readers.put(name.value(), MAPPER.readerFor(eventClass));
    names.put(eventClass, name.value());
    writers.put(eventClass, MAPPER.writerFor(eventClass));
  }

  /** All wire names, in the order of declaration. */
  public Collection<String> names() {
    return classes.keySet();
  }

  /** Whether records of this wire name can be decoded. */
  public boolean knows(@Nullable String name) {
    return name != null && classes.containsKey(name);
  }

  /** The record class behind a wire name, or null if the name is unknown. */
  public @Nullable Class<? extends DomainEvent> classOf(String name) {
    return classes.get(name);
  }

  /**
   * The wire name of an event.
   *
   * @throws IllegalArgumentException if the event belongs to another catalog
   */
  public String nameOf(DomainEvent event) {
    var name = names.get(event.getClass());
    if (name == null) {
      throw new IllegalArgumentException("Not in this catalog: " + event.getClass().getName());
    }
    return name;
  }

  /**
   * The event's JSON data in UTF-8.
   *
   * @throws IllegalArgumentException if the event belongs to another catalog
   */
  public byte[] encode(DomainEvent event) {
    var writer = writers.get(event.getClass());
    if (writer == null) {
      throw new IllegalArgumentException("Not in this catalog: " + event.getClass().getName());
    }
    return writer.writeValueAsBytes(event);
  }

  /**
   * Reads an event's JSON data.
   *
   * @throws UnknownEventException if the name is unknown here: a newer version, or not for this
   *     reader
   * @throws MalformedEventException if the data cannot be read as that event
   */
  public DomainEvent decode(String name, byte[] data) {
    var reader = readers.get(name);
    if (reader == null) {
      throw new UnknownEventException(name);
    }
    try {
      DomainEvent event = reader.readValue(data);
      if (event == null) {
        throw new MalformedEventException("No data in an event of type " + name, null);
      }
      return event;
    } catch (JacksonException e) {
      throw new MalformedEventException("Unreadable event of type " + name, e);
    }
  }
}

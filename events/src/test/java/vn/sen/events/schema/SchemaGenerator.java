package vn.sen.events.schema;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes the JSON Schema (2020-12) of an event's data from its record and what its Javadoc says. */
final class SchemaGenerator {

  private static final JsonMapper MAPPER = new JsonMapper();

  private final RecordDocs docs;

  SchemaGenerator(RecordDocs docs) {
    this.docs = docs;
  }

  ObjectNode schema(PublishedLanguage.Event event) {
    var definitions = new TreeMap<String, JsonNode>();
    var schema = MAPPER.createObjectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "urn:sen:event:" + event.name());
    schema.put("title", event.type().getSimpleName());
    schema.setAll(object(event.type(), definitions));
    if (!definitions.isEmpty()) {
      var defs = schema.putObject("$defs");
      definitions.forEach(defs::set);
    }
    return schema;
  }

  private ObjectNode object(Class<?> type, Map<String, JsonNode> definitions) {
    var doc = docs.of(type);
    var schema = described(doc.text());
    schema.put("type", "object");
    var properties = schema.putObject("properties");
    var required = MAPPER.createArrayNode();
    for (var component : type.getRecordComponents()) {
      var property = property(component.getGenericType(), definitions);
      var text = doc.components().getOrDefault(component.getName(), "");
      if (!text.isEmpty()) {
        property.put("description", text);
      }
      properties.set(component.getName(), property);
      if (isRequired(component)) {
        required.add(component.getName());
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    return schema;
  }

  /** Nulls and empty lists are absent on the wire. */
  private static boolean isRequired(RecordComponent component) {
    AnnotatedElement type = component.getAnnotatedType();
    return !type.isAnnotationPresent(Nullable.class)
        && !Collection.class.isAssignableFrom(component.getType());
  }

  private ObjectNode property(Type type, Map<String, JsonNode> definitions) {
    if (type instanceof ParameterizedType list && list.getRawType() == java.util.List.class) {
      var array = MAPPER.createObjectNode().put("type", "array");
      array.set("items", property(list.getActualTypeArguments()[0], definitions));
      return array;
    }
    if (type instanceof Class<?> c && (c.isRecord() || c.isEnum())) {
      if (!definitions.containsKey(c.getSimpleName())) {
        definitions.put(c.getSimpleName(), MAPPER.createObjectNode()); // against endless recursion
        definitions.put(c.getSimpleName(), c.isRecord() ? object(c, definitions) : enumeration(c));
      }
      return MAPPER.createObjectNode().put("$ref", "#/$defs/" + c.getSimpleName());
    }
    return simple(type);
  }

  private ObjectNode enumeration(Class<?> type) {
    var schema = described(docs.of(type).text());
    schema.put("type", "string");
    var values = schema.putArray("enum");
    Arrays.stream(type.getEnumConstants()).map(v -> ((Enum<?>) v).name()).forEach(values::add);
    return schema;
  }

  private static final Map<Type, String[]> SIMPLE = simpleTypes();

  private static Map<Type, String[]> simpleTypes() {
    var types = new LinkedHashMap<Type, String[]>();
    types.put(String.class, new String[] {"string"});
    types.put(UUID.class, new String[] {"string", "uuid"});
    types.put(LocalDate.class, new String[] {"string", "date"});
    types.put(Instant.class, new String[] {"string", "date-time"});
    types.put(boolean.class, new String[] {"boolean"});
    types.put(Boolean.class, new String[] {"boolean"});
    types.put(int.class, new String[] {"integer", "int32"});
    types.put(Integer.class, new String[] {"integer", "int32"});
    types.put(long.class, new String[] {"integer", "int64"});
    types.put(Long.class, new String[] {"integer", "int64"});
    return types;
  }

  private static ObjectNode simple(Type type) {
    var known = SIMPLE.get(type);
    if (known == null) {
      throw new IllegalArgumentException(
          "Events are made of text, whole numbers, dates, ids, enums, records and lists, not of "
              + type);
    }
    var schema = MAPPER.createObjectNode().put("type", known[0]);
    if (known.length > 1) {
      schema.put("format", known[1]);
    }
    return schema;
  }

  private static ObjectNode described(String text) {
    var schema = MAPPER.createObjectNode();
    if (!text.isEmpty()) {
      schema.put("description", text);
    }
    return schema;
  }
}

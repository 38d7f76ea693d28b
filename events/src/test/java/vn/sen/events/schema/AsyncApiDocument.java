package vn.sen.events.schema;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;
import vn.sen.events.Topic;
import vn.sen.events.audit.AuditEvents;

/**
 * Writes the AsyncAPI 3 document: channels are topics, messages are events, headers those of
 * CloudEvents.
 */
final class AsyncApiDocument {

  private static final JsonMapper JSON = new JsonMapper();
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
          .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
          .disable(YAMLWriteFeature.SPLIT_LINES)
          .build();

  private static final Set<String> OPTIONAL = Set.of("ce_actor", "ce_client", "ce_traceparent");

  private final RecordDocs docs;

  AsyncApiDocument(RecordDocs docs) {
    this.docs = docs;
  }

  String yaml() {
    return YAML.writeValueAsString(document());
  }

  private ObjectNode document() {
    var document = JSON.createObjectNode().put("asyncapi", "3.0.0");
    var info = document.putObject("info");
    info.put("title", "Sen: events");
    info.put("version", "1.0.0");
    info.put(
        "description",
        "What the services of Sen tell each other. Topics keep everything. An event is never"
            + " changed except by additions; what has to be said otherwise becomes a new type with"
            + " the next version. Made from the event records by `"
            + CommittedFiles.UPDATE
            + "`.");
    info.putObject("license").put("name", "Apache-2.0");
    document.put("defaultContentType", "application/json");
    document.set("channels", channels());
    document.set("operations", operations());
    var components = document.putObject("components");
    components.set("messages", messages());
    components.putObject("messageTraits").set("cloudEvent", cloudEvent());
    return document;
  }

  private static TreeMap<Topic, List<PublishedLanguage.Event>> byTopic() {
    return PublishedLanguage.events().stream()
        .collect(
            Collectors.groupingBy(
                PublishedLanguage.Event::topic,
                () -> new TreeMap<>(Comparator.comparing(Topic::name)),
                Collectors.toList()));
  }

  private static ObjectNode channels() {
    var channels = JSON.createObjectNode();
    byTopic()
        .forEach(
            (topic, events) -> {
              var channel = channels.putObject(topic.name()).put("address", topic.name());
              var messages = channel.putObject("messages");
              events.forEach(
                  e ->
                      messages
                          .putObject(e.name())
                          .put("$ref", "#/components/messages/" + e.name()));
              var kafka = channel.putObject("bindings").putObject("kafka");
              kafka.put("partitions", topic.partitions());
              var configuration = kafka.putObject("topicConfiguration");
              configuration.putArray("cleanup.policy").add("delete");
              configuration.put("retention.ms", -1);
              configuration.put("retention.bytes", -1);
              kafka.put("bindingVersion", "0.5.0");
            });
    return channels;
  }

  private static ObjectNode operations() {
    var operations = JSON.createObjectNode();
    byTopic()
        .forEach(
            (topic, events) -> {
              var operation = operations.putObject("publish." + topic.name());
              operation.put("action", "send");
              operation.put(
                  "summary",
                  "%s publishes them, an aggregate's in the order of its versions, at least once."
                      .formatted(publisher(events.getFirst().context())));
              operation
                  .putObject("channel")
                  .put("$ref", "#/channels/" + topic.name().replace("/", "~1"));
            });
    return operations;
  }

  private static String publisher(PublishedLanguage.Context context) {
    return context.source().equals(AuditEvents.SOURCE)
        ? "Every service"
        : "The " + context.name() + " service";
  }

  private ObjectNode messages() {
    var messages = JSON.createObjectNode();
    for (var event : PublishedLanguage.events()) {
      var message = messages.putObject(event.name());
      message.put("name", event.name());
      message.put("title", event.type().getSimpleName());
      var text = docs.of(event.type()).text();
      if (!text.isEmpty()) {
        message.put("summary", text);
      }
      message.putArray("traits").addObject().put("$ref", "#/components/messageTraits/cloudEvent");
      var payload = message.putObject("payload");
      payload.put("schemaFormat", "application/schema+json;version=2020-12");
      payload
          .putObject("schema")
          .put("$ref", "./" + CommittedFiles.schema(event).toString().replace('\\', '/'));
    }
    return messages;
  }

  private static ObjectNode cloudEvent() {
    var trait = JSON.createObjectNode();
    trait.put("summary", "CloudEvents 1.0, binary mode; the record's key is the aggregate's id.");
    trait.put("contentType", "application/json");
    var headers = trait.putObject("headers").put("type", "object");
    var properties = headers.putObject("properties");
    header(properties, "ce_specversion", "string", null, "Always 1.0.").put("const", "1.0");
    header(properties, "ce_id", "string", null, "Unique: the aggregate's id, a dot, its version.");
    header(
        properties, "ce_source", "string", "uri-reference", "The context that owns the aggregate.");
    header(properties, "ce_subject", "string", "uuid", "The aggregate's id.");
    header(properties, "ce_type", "string", null, "The message's name.");
    header(properties, "ce_time", "string", "date-time", "When it was recorded.");
    header(
        properties,
        "ce_sequence",
        "string",
        null,
        "The aggregate's version after the event, in decimal; without gaps from 1.");
    header(
        properties,
        "ce_effectivedate",
        "string",
        "date",
        "The business date on which it took effect; may be long before it was recorded.");
    header(
        properties,
        "ce_actor",
        "string",
        null,
        "Who sent the command that caused it: the subject of the token, or the process's name.");
    header(properties, "ce_client", "string", null, "The program with which it was sent.");
    header(
        properties,
        "ce_traceparent",
        "string",
        null,
        "W3C trace context of the command that caused it.");
    header(properties, "content-type", "string", null, "").put("const", "application/json");
    var required = headers.putArray("required");
    properties.propertyNames().stream().filter(n -> !OPTIONAL.contains(n)).forEach(required::add);
    var key = trait.putObject("bindings").putObject("kafka");
    key.putObject("key").put("type", "string").put("format", "uuid");
    key.put("bindingVersion", "0.5.0");
    return trait;
  }

  private static ObjectNode header(
      ObjectNode properties,
      String name,
      String type,
      @Nullable String format,
      String description) {
    var header = properties.putObject(name).put("type", type);
    if (format != null) {
      header.put("format", format);
    }
    if (!description.isEmpty()) {
      header.put("description", description);
    }
    return header;
  }
}

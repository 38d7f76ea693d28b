package vn.sen.events.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.sen.events.EventRecord;

/** The committed document says what is on the topics. */
class AsyncApiTest {

  private static final AsyncApiDocument DOCUMENT =
      new AsyncApiDocument(new RecordDocs(CommittedFiles.SOURCES));

  @BeforeAll
  static void updateIfAsked() {
    if (CommittedFiles.updating()) {
      CommittedFiles.write(CommittedFiles.ASYNC_API, DOCUMENT.yaml());
    }
  }

  @Test
  void it_is_committed_as_the_records_say() {
    assertThat(CommittedFiles.read(CommittedFiles.ASYNC_API))
        .as("To write it anew: %s", CommittedFiles.UPDATE)
        .isEqualTo(DOCUMENT.yaml());
  }

  @Test
  void every_event_is_on_the_channel_of_its_topic() {
    for (var event : PublishedLanguage.events()) {
      var message = committed().at("/channels").path(event.topic().name()).path("messages");
      assertThat(message.has(event.name())).as(event.name()).isTrue();
    }
    assertThat(List.copyOf(committed().at("/channels").propertyNames()))
        .as("Every topic carries something")
        .containsExactlyInAnyOrderElementsOf(PublishedLanguage.topics().keySet());
  }

  @Test
  void every_reference_leads_somewhere() {
    var document = committed();
    var references = document.findValuesAsString("$ref");
    assertThat(references).hasSizeGreaterThan(3 * PublishedLanguage.events().size());
    for (var reference : references) {
      if (reference.startsWith("#/")) {
        assertThat(resolve(document, reference).isMissingNode()).as(reference).isFalse();
      } else {
        assertThat(Files.exists(Path.of(reference))).as(reference).isTrue();
      }
    }
  }

  @Test
  void its_headers_are_those_that_records_carry() {
    // given
    var event = PublishedLanguage.events().getFirst();
    var record =
        RecordMother.record(event.context(), SampleEvents.of(event.type()).getFirst())
            .toProducerRecord(event.topic().name());

    // then
    var carried = new TreeSet<String>();
    record.headers().forEach(h -> carried.add(h.key()));
    var described = committed().at("/components/messageTraits/cloudEvent/headers/properties");
    assertThat(carried).containsExactlyInAnyOrderElementsOf(described.propertyNames());
  }

  @Test
  void ids_are_made_as_described() {
    var id = RecordMother.SUBJECT;
    assertThat(EventRecord.idOf(id, 7)).isEqualTo(id + ".7");
  }

  private static JsonNode committed() {
    return new YAMLMapper().readTree(CommittedFiles.read(CommittedFiles.ASYNC_API));
  }

  private static JsonNode resolve(JsonNode document, String reference) {
    var node = document;
    for (var step : reference.substring(2).split("/")) {
      node = node.path(step.replace("~1", "/"));
    }
    return node;
  }
}

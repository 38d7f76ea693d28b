package vn.sen.events.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.sen.events.EventRecord;
import vn.sen.events.WireMother;

/** What is written follows its schema and is read back the same, for every event there is. */
class WireFormatTest {

  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final JsonMapper MAPPER = new JsonMapper();

  static Stream<PublishedLanguage.Event> events() {
    return PublishedLanguage.events().stream();
  }

  @ParameterizedTest
  @MethodSource("events")
  void samples_follow_the_committed_schema(PublishedLanguage.Event event) {
    var schema = schema(event);
    for (var sample : SampleEvents.of(event.type())) {
      var data = event.context().catalog().encode(sample);
      assertThat(errors(schema, (ObjectNode) MAPPER.readTree(data)))
          .as("%s", MAPPER.readTree(data))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void the_schema_demands_every_required_property(PublishedLanguage.Event event) {
    // given
    var schema = schema(event);
    var minimal = SampleEvents.of(event.type()).getLast();
    var data = (ObjectNode) MAPPER.readTree(event.context().catalog().encode(minimal));

    // then without any one of them, or with one of another type, it is refused
    for (var property : List.copyOf(data.propertyNames())) {
      var without = data.deepCopy();
      without.remove(property);
      assertThat(errors(schema, without)).as("without %s", property).isNotEmpty();
      var wrong = data.deepCopy();
      wrong.putObject(property);
      assertThat(errors(schema, wrong)).as("wrong %s", property).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void what_is_written_is_read_back(PublishedLanguage.Event event) {
    var catalog = event.context().catalog();
    for (var sample : SampleEvents.of(event.type())) {
      assertThat(catalog.nameOf(sample)).isEqualTo(event.name());
      assertThat(catalog.decode(event.name(), catalog.encode(sample))).isEqualTo(sample);
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void headers_travel_with_the_data(PublishedLanguage.Event event) {
    // given
    var sample = SampleEvents.of(event.type()).getFirst();
    var sent = RecordMother.record(event.context(), sample);

    // when
    var received =
        EventRecord.from(WireMother.received(sent.toProducerRecord(event.topic().name())));

    // then
    assertThat(received).usingRecursiveComparison().isEqualTo(sent);
    assertThat(received.effectiveDate()).isEqualTo(sample.effectiveDate());
    assertThat(event.context().catalog().decode(received.type(), received.data()))
        .isEqualTo(sample);
  }

  private static List<Error> errors(Schema schema, ObjectNode data) {
    return schema.validate(
        data, context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)));
  }

  private static Schema schema(PublishedLanguage.Event event) {
    return SCHEMAS.getSchema(
        Objects.requireNonNull(
            CommittedFiles.schemas().get(event.name()), () -> "No schema of " + event.name()));
  }
}

package vn.sen.events.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.sen.events.EventName;

/** The committed schemas are the records' own, and nothing published was broken. */
class SchemasTest {

  private static final String HOW_TO_BREAK =
      """
      Events are kept for ever, and other services read them. Leave the record as it is, add a new one beside it \
      with the next version in its @EventName, and let readers understand both.\
      """;

  private static final SchemaGenerator GENERATOR =
      new SchemaGenerator(new RecordDocs(CommittedFiles.SOURCES));

  private static Map<String, JsonNode> before = Map.of();

  @BeforeAll
  static void updateIfAsked() {
    before = CommittedFiles.schemas();
    if (CommittedFiles.updating() && breaks().isEmpty()) {
      for (var event : PublishedLanguage.events()) {
        CommittedFiles.write(
            CommittedFiles.schema(event), CommittedFiles.text(GENERATOR.schema(event)));
      }
    }
  }

  @Test
  void nothing_published_is_broken() {
    assertThat(breaks()).as(HOW_TO_BREAK).isEmpty();
  }

  @Test
  void every_event_has_its_schema_committed() {
    for (var event : PublishedLanguage.events()) {
      assertThat(CommittedFiles.read(CommittedFiles.schema(event)))
          .as("Schema of %s; to write it anew: %s", event.name(), CommittedFiles.UPDATE)
          .isEqualTo(CommittedFiles.text(GENERATOR.schema(event)));
    }
  }

  @Test
  void every_schema_is_one() {
    var metaSchema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    assertThat(CommittedFiles.schemas())
        .allSatisfy((_, schema) -> assertThat(metaSchema.validate(schema)).isEmpty());
  }

  @Test
  void every_event_of_the_module_belongs_to_a_catalog() throws Exception {
    // given all compiled classes
    var classes = Path.of("target/classes");
    var named = new ArrayList<String>();
    try (var files = Files.walk(classes)) {
      for (var file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        var name =
            classes
                .relativize(file)
                .toString()
                .replace(".class", "")
                .replace(File.separatorChar, '.');
        var eventName = eventName(name);
        if (eventName != null) {
          named.add(eventName);
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }

    // then
    assertThat(PublishedLanguage.events())
        .as("Add the context to PublishedLanguage, the interface to its catalog")
        .extracting(PublishedLanguage.Event::name)
        .containsExactlyInAnyOrderElementsOf(named);
  }

  private static @Nullable String eventName(String className) throws ClassNotFoundException {
    if (className.endsWith("package-info")) {
      return null;
    }
    var annotation = Class.forName(className).getAnnotation(EventName.class);
    return annotation == null ? null : annotation.value();
  }

  private static List<String> breaks() {
    var events = PublishedLanguage.events();
    var breaks = new ArrayList<String>();
    before.forEach(
        (name, old) -> {
          var event = events.stream().filter(e -> e.name().equals(name)).findFirst();
          if (event.isEmpty()) {
            breaks.add(name + ": the event was removed or renamed");
          } else {
            Compatibility.breaks(old, Objects.requireNonNull(GENERATOR.schema(event.get())))
                .forEach(b -> breaks.add(name + ": " + b));
          }
        });
    return breaks;
  }
}

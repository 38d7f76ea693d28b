package vn.sen.events.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of the published language as they are committed. */
final class CommittedFiles {

  static final Path SCHEMAS = Path.of("src/main/resources/schemas");
  static final Path ASYNC_API = Path.of("asyncapi.yaml");
  static final Path SOURCES = Path.of("src/main/java");

  /** How to write the files anew after events were added. */
  static final String UPDATE =
      "mvn -pl events test -Dtest=SchemasTest,AsyncApiTest -Dsen.schemas.update=true";

  private static final JsonMapper MAPPER = new JsonMapper();

  private CommittedFiles() {}

  static boolean updating() {
    return Boolean.getBoolean("sen.schemas.update");
  }

  static Path schema(PublishedLanguage.Event event) {
    return SCHEMAS.resolve(event.context().name()).resolve(event.name() + ".json");
  }

  /** All committed schemas by event name. */
  static Map<String, JsonNode> schemas() {
    var found = new TreeMap<String, JsonNode>();
    if (Files.exists(SCHEMAS)) {
      try (var files = Files.walk(SCHEMAS)) {
        files
            .filter(Files::isRegularFile)
            .forEach(
                f ->
                    found.put(
                        f.getFileName().toString().replaceAll("\\.json$", ""),
                        MAPPER.readTree(read(f))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return found;
  }

  static String text(JsonNode json) {
    var indenter = new DefaultIndenter("  ", "\n");
    var printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    return MAPPER.writer().with(printer).writeValueAsString(json) + "\n";
  }

  static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(Path file, String text) {
    try {
      var folder = file.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

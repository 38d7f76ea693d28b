package vn.sen.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares a service's OpenAPI document with the one committed under {@code docs/api}, so that the
 * API never changes by accident. {@code mvn -pl <service> -am verify -Dapi.update} writes it anew.
 */
public final class CommittedApi {

  private static final JsonMapper PRETTY =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private CommittedApi() {}

  /**
   * @param context names the file
   * @param served the document as the service gives it
   */
  public static void verify(String context, String served) {
    Path file = Path.of("..", "docs", "api", context + ".json");
    String actual = PRETTY.writeValueAsString(PRETTY.readValue(served, Object.class)) + "\n";
    try {
      if (System.getProperty("api.update") != null) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, actual);
      }
      assertThat(actual)
          .as("docs/api/%s.json; an intended change is written by -Dapi.update", context)
          .isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new AssertionError("No committed document; write it by -Dapi.update", e);
    }
  }
}

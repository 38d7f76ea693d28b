package vn.sen.local;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an operator sets by environment variables.
 *
 * @param port where the gateway listens
 * @param address the interface it listens on; the loopback one by default, for nothing is encrypted
 *     on the wire
 * @param data folder of everything the platform keeps
 * @param kafka bootstrap servers of a real broker, or null for the embedded one
 * @param mongodb URI of a real store, or null for the embedded one
 */
record Settings(
    int port, String address, Path data, @Nullable String kafka, @Nullable String mongodb) {

  private static final String DEFAULT_PORT = "8080";
  private static final String LOOPBACK = "127.0.0.1";
  private static final int HIGHEST_PORT = 65_535;

  /**
   * Reads them.
   *
   * @param home the folder that holds {@code data} unless {@code SEN_DATA} says otherwise
   * @throws Refusal when a value cannot be used
   */
  static Settings from(Map<String, String> environment, Path home) {
    return new Settings(
        port(orElse(environment.get("SEN_PORT"), DEFAULT_PORT)),
        orElse(environment.get("SEN_ADDRESS"), LOOPBACK),
        data(environment.get("SEN_DATA"), home),
        given(environment.get("SEN_KAFKA_BOOTSTRAP")),
        given(environment.get("SEN_MONGODB_URI")));
  }

  /** Where clients speak to the platform. */
  URI gateway() {
    return URI.create("http://localhost:" + port);
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 1 && port <= HIGHEST_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw notAPort(text, e);
    }
    throw notAPort(text, null);
  }

  private static Refusal notAPort(String text, @Nullable Throwable cause) {
    var refusal =
        new Refusal(
            "SEN_PORT=" + text + " không phải là số cổng từ 1 đến " + HIGHEST_PORT + ".",
            "SEN_PORT=" + text + " is not a port number from 1 to " + HIGHEST_PORT + ".");
    if (cause != null) {
      refusal.initCause(cause);
    }
    return refusal;
  }

  private static Path data(@Nullable String text, Path home) {
    var given = given(text);
    try {
      return (given == null ? home.resolve("data") : Path.of(given)).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new Refusal(
          "SEN_DATA không phải là một đường dẫn: " + given, "SEN_DATA is not a path: " + given, e);
    }
  }

  private static String orElse(@Nullable String text, String otherwise) {
    var given = given(text);
    return given == null ? otherwise : given;
  }

  private static @Nullable String given(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}

package vn.sen.reporting.audit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record as it lies in the log.
 *
 * @param appendedAt when the broker took it, in milliseconds since the epoch
 * @param headers in their order
 */
public record LogRecord(
    long offset,
    long appendedAt,
    byte @Nullable [] key,
    List<Header> headers,
    byte @Nullable [] value) {

  public LogRecord {
    headers = List.copyOf(headers);
  }

  /** A header with its bytes. */
  public record Header(String name, byte @Nullable [] value) {}

  /** The text of the last header of this name, or null. */
  public @Nullable String header(String name) {
    for (var header : headers.reversed()) {
      var bytes = header.value();
      if (header.name().equals(name) && bytes != null) {
        return new String(bytes, StandardCharsets.UTF_8);
      }
    }
    return null;
  }
}

package vn.sen.reporting.lending;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bank or a programme as it is called on the date of the figures.
 *
 * @param code null while only its loans are known
 * @param name null while only its loans are known
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Labelled(UUID id, @Nullable String code, @Nullable String name) {

  /** Sorts by code. */
  String order() {
    return code == null ? id.toString() : code;
  }
}

package vn.sen.reporting.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What figures are divided by, as it is called on their date: a bank, a programme, a theme.
 *
 * @param code null while only its figures are known
 * @param name null while only its figures are known
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Labelled(UUID id, @Nullable String code, @Nullable String name) {

  /** Sorts by code. */
  public String order() {
    return code == null ? id.toString() : code;
  }
}

package vn.sen.chassis.web;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * What keeps JSON from being read, said without repeating any of it.
 *
 * @param rule {@code field-unknown} or {@code field-unreadable}, whose texts say what to do
 * @param pointer to the field
 */
public record UnreadableField(String rule, String pointer) {

  private static final Pattern FIELD_NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9]{0,39}");

  /** What a failure to read means. */
  public static UnreadableField of(JacksonException failure) {
    return new UnreadableField(
        failure instanceof UnrecognizedPropertyException ? "field-unknown" : "field-unreadable",
        pointer(failure));
  }

  /** A name that looks like no field of an API may be anything, somebody's number among others. */
  private static String pointer(JacksonException failure) {
    var pointer = new StringBuilder();
    for (var step : failure.getPath()) {
      var name = step.getPropertyName();
      pointer.append('/');
      pointer.append(
          name == null
              ? Integer.toString(step.getIndex())
              : FIELD_NAME.matcher(name).matches() ? name : "…");
    }
    return pointer.toString();
  }
}

package vn.sen.local;

import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * An answer that refuses: a problem detail (RFC 9457), an error of OAuth, or whatever another
 * program says that listens where the platform was looked for.
 */
record Problem(int status, String body) {

  private static final int LONGEST_TEXT = 300;

  /** The refusal a command ends with. */
  Refusal refusal() {
    return new Refusal("Hệ thống từ chối", "The platform refuses: " + line());
  }

  /** In one line: the status, what is wrong and what to do, and the fields at fault. */
  String line() {
    var told = read();
    var texts =
        Stream.of("title", "detail", "error", "error_description")
            .map(name -> oneLine(told.path(name).asString("")))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(": "));
    var line = new StringJoiner(" ").add(String.valueOf(status));
    line.add(told.isObject() ? texts : start(body));
    told.path("errors").forEach(error -> line.add(field(error, told)));
    return line.toString();
  }

  /** The problem's own detail is not told twice. */
  private static String field(JsonNode error, JsonNode told) {
    var pointer = error.path("pointer").asString("");
    var detail = error.path("detail").asString("");
    return detail.isEmpty() || detail.equals(told.path("detail").asString(""))
        ? "(" + pointer + ")"
        : "(" + pointer + ": " + oneLine(detail) + ")";
  }

  private JsonNode read() {
    try {
      return JsonMapper.shared().readTree(body);
    } catch (JacksonException e) {
      // no service of the platform answers so; its text is shown as it is
      return MissingNode.getInstance();
    }
  }

  private static String start(String text) {
    var line = oneLine(text);
    return line.length() <= LONGEST_TEXT ? line : line.substring(0, LONGEST_TEXT) + "…";
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}

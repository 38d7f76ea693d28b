package vn.sen.reporting.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever can be exported, by the API's description, is called something. */
class HeadingsTest {

  private static final JsonNode API =
      JsonMapper.shared().readTree(Path.of("../docs/api/reporting.json").toFile());

  /** Beside the report in its answer; what of it is exported, {@link Provenance} names. */
  private static final Set<String> ENVELOPE =
      Set.of("knownAt", "position", "freshness", "stale", "links", "next");

  private final Set<String> paths = new TreeSet<>();
  private final Set<String> values = new TreeSet<>();
  private final Set<String> reports = new TreeSet<>();

  @BeforeEach
  void walk() {
    API.path("paths")
        .forEachEntry(
            (path, operations) -> {
              var content = operations.at("/get/responses/200/content");
              if (content.has("text/csv")) {
                reports.add(path.replace("/api/reporting/", "").replace('/', '.'));
                answer(resolved(content.iterator().next().path("schema")));
              }
            });
  }

  private void answer(JsonNode answer) {
    var fields = answer.path("properties");
    fields.forEachEntry(
        (name, schema) -> {
          if (name.equals("items")) {
            walk("", schema.path("items"), List.of());
          } else if (!ENVELOPE.contains(name)) {
            field("", name, schema, List.of());
          }
        });
  }

  private void field(String above, String name, JsonNode schema, List<String> within) {
    var path = above.isEmpty() ? name : above + "." + name;
    paths.add(path);
    walk(path, schema, within);
  }

  private void walk(String path, JsonNode schema, List<String> within) {
    var reference = schema.path("$ref").asString("");
    if (within.contains(reference)) {
      return;
    }
    var inside =
        reference.isEmpty()
            ? within
            : Stream.concat(within.stream(), Stream.of(reference)).toList();
    var type = resolved(schema);
    type.path("enum").forEach(value -> values.add(value.asString()));
    for (var choice : List.of("oneOf", "anyOf", "allOf")) {
      type.path(choice).forEach(one -> walk(path, one, inside));
    }
    type.path("properties").forEachEntry((name, one) -> field(path, name, one, inside));
    walkElements(path, type.path("items"), inside);
    walkElements(path, type.path("additionalProperties"), inside);
  }

  private void walkElements(String path, JsonNode elements, List<String> within) {
    if (elements.isObject()) {
      walk(path, elements, within);
    }
  }

  private static JsonNode resolved(JsonNode schema) {
    var reference = schema.path("$ref").asString("");
    return reference.isEmpty() ? schema : API.at(reference.substring(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void everyColumnOfEveryExportHasAName(String language) {
    var names = Headings.in(Locale.of(language)).names();
    assertThat(paths).hasSizeGreaterThan(200);
    assertThat(paths).filteredOn(path -> !isNamed(path, names)).isEmpty();
  }

  private static boolean isNamed(String path, Set<String> names) {
    var part = path.substring(path.lastIndexOf('.') + 1);
    return Stream.of(path, part, "table." + path).anyMatch(names::contains);
  }

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void everyValueOfAListHasAName(String language) {
    assertThat(values).hasSizeGreaterThan(50);
    assertThat(Headings.in(Locale.of(language)).names()).containsAll(values);
  }

  @Test
  void everyReportIsCalledInVietnamese() {
    var headings = Headings.in(Locale.of("vi"));
    assertThat(reports).contains("membership", "lending.duties.explanation.events");
    assertThat(reports)
        .allSatisfy(
            report ->
                assertThat(headings.ofReport(report)).matches("\\p{Lu}.*").isNotEqualTo(report));
    assertThat(headings.ofReport("groups.explanation"))
        .isEqualTo("Tổ, nhóm, câu lạc bộ, mô hình – Giải trình");
  }
}

package vn.sen.events.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class CompatibilityTest {

  private static final String BEFORE =
      """
      {
        "type": "object",
        "properties": {
          "unitId": {"type": "string", "format": "uuid"},
          "note": {"type": "string"},
          "flow": {"$ref": "#/$defs/Flow"},
          "changes": {"type": "array", "items": {"$ref": "#/$defs/Change"}}
        },
        "required": ["unitId", "flow"],
        "$defs": {
          "Flow": {"type": "string", "enum": ["ADMISSION", "DEATH"]},
          "Change": {
            "type": "object",
            "properties": {"delta": {"type": "integer"}},
            "required": ["delta"]
          }
        }
      }
      """;

  private final ObjectNode after = (ObjectNode) before();

  @Test
  void the_same_breaks_nothing() {
    assertThat(Compatibility.breaks(before(), after)).isEmpty();
  }

  @Test
  void optional_properties_values_and_texts_may_be_added() {
    // given
    properties("").putObject("importId").put("type", "string");
    properties("/$defs/Change").putObject("via").put("type", "array");
    after.withArray("/$defs/Flow/enum").add("MOVE_IN");
    after.put("description", "Better said.");

    // then
    assertThat(Compatibility.breaks(before(), after)).isEmpty();
  }

  @Test
  void a_definition_may_get_another_name() {
    // given
    var definitions = (ObjectNode) after.at("/$defs");
    definitions.set("Reason", definitions.remove("Flow"));
    ((ObjectNode) after.at("/properties/flow")).put("$ref", "#/$defs/Reason");

    // then
    assertThat(Compatibility.breaks(before(), after)).isEmpty();
  }

  @Test
  void a_property_must_not_be_removed() {
    properties("").remove("note");
    assertThat(Compatibility.breaks(before(), after))
        .containsExactly("property /note was removed or renamed");
  }

  @Test
  void a_property_deep_inside_must_not_be_removed() {
    properties("/$defs/Change").remove("delta");
    assertThat(Compatibility.breaks(before(), after))
        .containsExactly("property /changes/*/delta was removed or renamed");
  }

  @Test
  void a_property_must_not_become_required() {
    after.withArray("/required").add("note");
    assertThat(Compatibility.breaks(before(), after))
        .containsExactly("property /note is required now");
  }

  @Test
  void a_new_property_must_not_be_required() {
    properties("").putObject("sex").put("type", "string");
    after.withArray("/required").add("sex");
    assertThat(Compatibility.breaks(before(), after))
        .containsExactly("property /sex is required now");
  }

  @Test
  void a_property_that_readers_rely_on_must_not_become_optional() {
    after.withArray("/required").remove(0);
    assertThat(Compatibility.breaks(before(), after))
        .containsExactly("property /unitId is not required any more");
  }

  @Test
  void a_type_must_not_change() {
    ((ObjectNode) after.at("/$defs/Change/properties/delta")).put("type", "string");
    assertThat(Compatibility.breaks(before(), after))
        .containsExactly("type of /changes/*/delta was \"integer\" and is \"string\" now");
  }

  @Test
  void a_text_must_not_be_narrowed() {
    ((ObjectNode) after.at("/properties/note")).put("format", "date");
    assertThat(Compatibility.breaks(before(), after))
        .containsExactly("format of /note was absent and is \"date\" now");
    ((ObjectNode) after.at("/properties/note")).remove("format");
    ((ObjectNode) after.at("/properties/note")).putArray("enum").add("A");
    assertThat(Compatibility.breaks(before(), after))
        .containsExactly("/note was narrowed to an enumeration");
  }

  @Test
  void a_value_must_not_be_removed() {
    after.withArray("/$defs/Flow/enum").remove(1);
    assertThat(Compatibility.breaks(before(), after))
        .containsExactly("value DEATH of /flow was removed or renamed");
  }

  private ObjectNode properties(String of) {
    return (ObjectNode) after.at(of + "/properties");
  }

  private static JsonNode before() {
    return new JsonMapper().readTree(BEFORE);
  }
}

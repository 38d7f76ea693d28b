package vn.sen.reporting.explanation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Fills in what the links of answers leave to their readers. */
public final class LinkTemplate {

  private LinkTemplate() {}

  /** The address of one of an answer's links. */
  public static String expand(JsonNode answer, String link, Map<String, String> choices) {
    var template = answer.at("/links/" + link).asString();
    int at = template.indexOf("{&");
    assertThat(at).as("a template: %s", template).isPositive();
    var names = List.of(template.substring(at + 2, template.length() - 1).split(","));
    var address = new StringBuilder(template.substring(0, at));
    choices.forEach(
        (name, value) -> {
          assertThat(names).as("what the template leaves open").contains(name);
          address.append('&').append(name).append('=').append(value);
        });
    return address.toString();
  }
}

package vn.sen.events.membership;

import java.util.List;

/**
 * Something that is registered about groups of a type.
 *
 * @param key names it within the type, for ever
 * @param name for people to read
 * @param required whether a group founded while it holds must have a value
 * @param choices the values allowed; empty unless it is a choice
 */
public record GroupParameter(
    String key, String name, GroupParameterKind kind, boolean required, List<String> choices) {

  public GroupParameter {
    // absent on the wire when empty
    choices = choices == null ? List.of() : List.copyOf(choices);
  }
}

package vn.sen.reporting.issuance;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where two documents say something else. */
public final class Differences {

  private final List<Difference> found = new ArrayList<>();

  private Differences() {}

  /**
   * One place.
   *
   * @param pointer JSON pointer into both documents
   * @param issued what stands there in the issued one, null where nothing does
   * @param madeAgain the same of the one made again
   * @param more whether the issued document has no such member: a later version of the report tells
   *     more. One more element in a list says something else
   */
  public record Difference(
      String pointer, @Nullable Object issued, @Nullable Object madeAgain, boolean more) {}

  /** All places, in the order of the issued document's text. */
  public static List<Difference> between(JsonNode issued, JsonNode madeAgain) {
    var differences = new Differences();
    differences.compare("", issued, madeAgain, false);
    return List.copyOf(differences.found);
  }

  private void compare(
      String pointer, @Nullable JsonNode issued, @Nullable JsonNode again, boolean member) {
    if (issued != null && again != null && issued.isObject() && again.isObject()) {
      var names = new TreeSet<>(issued.propertyNames());
      names.addAll(again.propertyNames());
      names.forEach(
          name -> compare(pointer + "/" + escaped(name), issued.get(name), again.get(name), true));
    } else if (issued != null && again != null && issued.isArray() && again.isArray()) {
      for (int i = 0; i < Math.max(issued.size(), again.size()); i++) {
        compare(pointer + "/" + i, issued.get(i), again.get(i), false);
      }
    } else if (!isSame(issued, again)) {
      found.add(
          new Difference(
              pointer,
              CanonicalJson.value(issued),
              CanonicalJson.value(again),
              member && issued == null));
    }
  }

  private static boolean isSame(@Nullable JsonNode issued, @Nullable JsonNode again) {
    if (issued == null || again == null) {
      return issued == again;
    }
    return issued.isNumber() && again.isNumber()
        ? issued.decimalValue().compareTo(again.decimalValue()) == 0
        : issued.equals(again);
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}

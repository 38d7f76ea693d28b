package vn.sen.reporting.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What columns, facts and values are called in a language: {@code messages/columns_vi.properties}
 * and {@code _en}. A path that stands there itself is called by it; of any other path each part is
 * named by itself, as far as it has a name.
 */
public final class Headings {

  private static final Pattern VALUE = Pattern.compile("[A-Z][A-Z0-9_]+");
  private static final String SHEET = "table.";
  private static final String REPORT = "report.";

  private final ResourceBundle texts;

  private Headings(ResourceBundle texts) {
    this.texts = texts;
  }

  /**
   * The headings of a language.
   *
   * @param language Vietnamese unless it is English
   */
  public static Headings in(Locale language) {
    var spoken =
        language.getLanguage().equals(Locale.ENGLISH.getLanguage())
            ? Locale.ENGLISH
            : Locale.of("vi");
    return new Headings(
        ResourceBundle.getBundle(
            "messages/columns", spoken, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES)));
  }

  /** A column or a fact. */
  public String of(String path) {
    if (texts.containsKey(path)) {
      return texts.getString(path);
    }
    var parts = new ArrayList<String>();
    var before = "";
    for (var part : path.split("\\.")) {
      before = before.isEmpty() ? part : before + "." + part;
      var name = texts.containsKey(before) ? before : part;
      parts.add(texts.containsKey(name) ? texts.getString(name) : part);
    }
    return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" – "));
  }

  /** A table. */
  public String ofTable(String name) {
    return texts.containsKey(SHEET + name) ? texts.getString(SHEET + name) : of(name);
  }

  /** A report; what belongs to one is called by it as well. */
  public String ofReport(String name) {
    int dot = name.lastIndexOf('.');
    if (texts.containsKey(REPORT + name) || dot < 0) {
      return texts.containsKey(REPORT + name) ? texts.getString(REPORT + name) : of(name);
    }
    return ofReport(name.substring(0, dot)) + " – " + of(name.substring(dot + 1));
  }

  /** A text as it is, or what the value is called that it names. */
  public String ofValue(String path, String text) {
    return VALUE.matcher(text).matches() && !path.endsWith("code") && texts.containsKey(text)
        ? texts.getString(text)
        : text;
  }

  /** Yes or no. */
  public String of(boolean yes) {
    return texts.getString(yes ? "yes" : "no");
  }

  /** Everything that has a name. */
  Set<String> names() {
    return texts.keySet();
  }

  /** All columns. */
  public List<String> of(List<String> paths) {
    return paths.stream().map(this::of).toList();
  }
}

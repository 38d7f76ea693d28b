package vn.sen.membership.naming;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Vietnamese text as it is kept and as it is compared. Hòa and Hoà, composed or decomposed, with or
 * without tone marks, are one name to whoever looks for it.
 */
public final class Names {

  private Names() {}

  /**
   * The form to keep: composed (NFC), no space at the ends, single spaces between words, no-break
   * spaces included.
   */
  public static String clean(String raw) {
    var composed =
        Normalizer.isNormalized(raw, Normalizer.Form.NFC)
            ? raw
            : Normalizer.normalize(raw, Normalizer.Form.NFC);
    return isTidy(composed) ? composed : tidied(composed);
  }

  private static boolean isTidy(String text) {
    boolean afterSpace = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = isSpace(c);
      if (space && (afterSpace || c != ' ')) {
        return false;
      }
      afterSpace = space;
    }
    return text.isEmpty() || !afterSpace;
  }

  private static String tidied(String text) {
    var tidy = new StringBuilder(text.length());
    boolean pending = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpace(c)) {
        pending = !tidy.isEmpty();
      } else {
        if (pending) {
          tidy.append(' ');
          pending = false;
        }
        tidy.append(c);
      }
    }
    return tidy.toString();
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
  }

  /** The form to compare by: without tone marks (đ as d), in lower case, single spaces. */
  public static String key(String name) {
    var decomposed = Normalizer.normalize(clean(name), Normalizer.Form.NFD);
    var key = new StringBuilder(decomposed.length());
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      if (c == 'đ' || c == 'Đ') {
        key.append('d');
      } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
        key.append(c);
      }
    }
    return key.toString().toLowerCase(Locale.ROOT);
  }

  /** Whether the text holds nothing that cannot be printed on one line. */
  public static boolean isPrintable(String text) {
    return text.codePoints()
        .noneMatch(
            c ->
                switch (Character.getType(c)) {
                  case Character.CONTROL,
                      Character.SURROGATE,
                      Character.UNASSIGNED,
                      Character.PRIVATE_USE,
                      Character.LINE_SEPARATOR,
                      Character.PARAGRAPH_SEPARATOR ->
                      true;
                  default -> false;
                });
  }
}

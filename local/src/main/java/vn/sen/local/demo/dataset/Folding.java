package vn.sen.local.demo.dataset;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Compares names of units across sources that spell them differently (Hòa/Hoà, EaBar/Ea Bar). */
final class Folding {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
  private static final List<String> KINDS = List.of("thi tran ", "phuong ", "xa ");

  private Folding() {}

  /** The name without its kind (Xã, Phường, Thị trấn), tone marks, case, spaces and signs. */
  static String fold(String name) {
    var plain =
        MARKS.matcher(Normalizer.normalize(name.strip(), Normalizer.Form.NFD)).replaceAll("");
    plain = plain.replace('đ', 'd').replace('Đ', 'D').toLowerCase(Locale.ROOT);
    for (var kind : KINDS) {
      if (plain.startsWith(kind)) {
        plain = plain.substring(kind.length());
        break;
      }
    }
    return OTHERS.matcher(plain).replaceAll("");
  }
}

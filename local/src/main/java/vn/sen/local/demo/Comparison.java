package vn.sen.local.demo;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects where a counted figure is not what the generator worked out. */
final class Comparison {

  private static final int SHOWN = 20;

  private final List<String> differences = new ArrayList<>();
  private int compared;

  /** Compares one figure. */
  void expect(String figure, @Nullable Object expected, @Nullable Object counted) {
    compared++;
    if (!isSame(expected, counted)) {
      differences.add("%s: expected %s, counted %s".formatted(figure, expected, counted));
    }
  }

  /** A rate travels as a JSON number, which keeps no zeros at its end: 72.60 is 72.6. */
  private static boolean isSame(@Nullable Object expected, @Nullable Object counted) {
    return expected instanceof BigDecimal one && counted instanceof BigDecimal other
        ? one.compareTo(other) == 0
        : Objects.equals(expected, counted);
  }

  /**
   * Prints what it found.
   *
   * @return whether nothing differs
   */
  boolean print(PrintStream out) {
    if (differences.isEmpty()) {
      out.printf(
          "%s số liệu đếm được đều đúng như dữ liệu đã sinh (all as generated).%n",
          VietnameseNumbers.whole(compared));
      return true;
    }
    out.printf(
        "%s trong %s số liệu khác với dữ liệu đã sinh (differ from what was generated):%n",
        VietnameseNumbers.whole(differences.size()), VietnameseNumbers.whole(compared));
    differences.stream().limit(SHOWN).forEach(d -> out.println("  " + d));
    return false;
  }
}

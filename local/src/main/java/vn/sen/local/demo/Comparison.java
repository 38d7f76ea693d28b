package vn.sen.local.demo;

import java.io.PrintStream;
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
    if (!Objects.equals(expected, counted)) {
      differences.add("%s: expected %s, counted %s".formatted(figure, expected, counted));
    }
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

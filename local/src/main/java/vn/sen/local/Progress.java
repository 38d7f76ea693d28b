package vn.sen.local;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** One line for each part that has started: what, and the seconds it took. */
final class Progress {
  private static final double NANOS = 1e9;

  private final PrintStream out;
  private final LongSupplier nanoTime;

  Progress(PrintStream out, LongSupplier nanoTime) {
    this.out = out;
    this.nanoTime = nanoTime;
  }

  /** Something that runs until {@link #done()}. */
  final class Step {
    private final String what;
    private final long begun = nanoTime.getAsLong();

    private Step(String what) {
      this.what = what;
    }

    void done() {
      out.printf(Locale.ROOT, "  %-12s %5.1f s%n", what, (nanoTime.getAsLong() - begun) / NANOS);
    }
  }

  Step begin(String what) {
    return new Step(what);
  }

  void say(String line) {
    out.println(line);
  }
}

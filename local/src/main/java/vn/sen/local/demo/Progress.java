package vn.sen.local.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Shows how far a step is: one line that is written over on a terminal, else a line now and then.
 */
final class Progress {

  private static final long TERMINAL_NANOS = TimeUnit.MILLISECONDS.toNanos(150);
  private static final long PLAIN_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final PrintStream out;
  private final boolean terminal;
  private final LongSupplier nanoTime;

  private String step = "";
  private long total;
  private long done;
  private long begun;
  private long shown;
  private int width;

  Progress(PrintStream out, boolean terminal, LongSupplier nanoTime) {
    this.out = out;
    this.terminal = terminal;
    this.nanoTime = nanoTime;
  }

  /** A step of {@code total} pieces begins. */
  synchronized void begin(String name, long pieces) {
    step = name;
    total = pieces;
    done = 0;
    begun = nanoTime.getAsLong();
    shown = begun;
    if (terminal) {
      show();
    }
  }

  /** One piece more. */
  synchronized void advance() {
    reach(done + 1);
  }

  /** So many pieces in all. */
  synchronized void reach(long pieces) {
    done = pieces;
    if (nanoTime.getAsLong() - shown >= (terminal ? TERMINAL_NANOS : PLAIN_NANOS)) {
      show();
    }
  }

  /** The name of the present step. */
  synchronized String step() {
    return step;
  }

  /** The step is done. */
  synchronized void end() {
    done = total;
    var line =
        "  %-44s %s  %s"
            .formatted(step, VietnameseNumbers.whole(total), VietnameseNumbers.seconds(elapsed()));
    if (terminal) {
      overwrite(line);
      out.println();
    } else {
      out.println(line);
    }
    width = 0;
    out.flush();
  }

  /** The line of a step that failed stays; what follows begins on a new one. */
  synchronized void abandon() {
    if (width > 0) {
      out.println();
      width = 0;
    }
  }

  private void show() {
    shown = nanoTime.getAsLong();
    var percent = total == 0 ? 100 : 100 * done / total;
    var seconds = Math.max(elapsed().toNanos() / 1e9, 1e-9);
    var rate = done / seconds;
    var line = "  %-44s %3d %%".formatted(step, percent);
    if (done > 0 && done < total) {
      line +=
          "  %s/s  còn %s"
              .formatted(
                  VietnameseNumbers.whole(Math.round(rate)),
                  VietnameseNumbers.seconds(
                      Duration.ofMillis(Math.round(1000 * (total - done) / rate))));
    }
    if (terminal) {
      overwrite(line);
    } else {
      out.println(line);
    }
    out.flush();
  }

  private void overwrite(String line) {
    out.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
    width = line.length();
  }

  private Duration elapsed() {
    return Duration.ofNanos(nanoTime.getAsLong() - begun);
  }
}

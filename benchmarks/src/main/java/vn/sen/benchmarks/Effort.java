package vn.sen.benchmarks;

/**
 * How much is measured.
 *
 * @param quick less of everything, with a wider error
 * @param rounds so often each figure is measured, in turn with what it is compared with
 */
public record Effort(boolean quick, int rounds) {

  /** One number for a full run, another for a quick one. */
  public int choose(int full, int quickly) {
    return quick ? quickly : full;
  }
}

package vn.sen.acceptance.faults;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of one seed.
 *
 * @param settledSeconds from the last acknowledgement until log, store, figures and rosters agreed
 * @param acknowledged commands, those that look for freshness among them
 * @param unanswered attempts without an answer; each was sent again under its key
 * @param unavailable attempts answered by 503 with Retry-After, likewise sent again
 * @param lost findings of something acknowledged that is not there
 * @param doubled findings of something that is there too often
 * @param reordered events that were not in order on the log
 * @param other answers and reports that should not have been
 * @param findings what was wrong, the first of them
 * @param commune whose figures are looked at again later
 * @param figures of its branches, which must not change any more
 */
record SeedResult(
    long seed,
    String finishedAt,
    double seconds,
    List<Step> steps,
    double settledSeconds,
    int acknowledged,
    int unanswered,
    int unavailable,
    int lost,
    int doubled,
    int reordered,
    int other,
    List<String> findings,
    UUID commune,
    Map<UUID, Figures> figures) {

  /**
   * A fault that was injected.
   *
   * @param recoverySeconds until figures were fresh
   */
  record Step(
      String fault,
      int instance,
      int holdMillis,
      boolean injected,
      @Nullable Double recoverySeconds) {

    static Step of(Injector.Done done) {
      return new Step(
          done.step().fault().name(),
          done.step().instance() + 1,
          done.step().holdMillis(),
          done.injected(),
          done.recovery() == null ? null : done.recovery().toMillis() / 1000.0);
    }
  }

  boolean isClean() {
    return lost == 0 && doubled == 0 && reordered == 0 && other == 0;
  }
}

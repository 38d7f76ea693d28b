package vn.sen.acceptance.faults;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of one seed.
 *
 * @param run how many commands at least, and the schedule; null in results of earlier versions
 * @param settledSeconds from the last acknowledgement until log, store, figures and rosters agreed
 * @param acknowledged commands, those that look for freshness among them
 * @param unanswered attempts without an answer; each was sent again under its key
 * @param unavailable attempts answered by 503 with Retry-After, likewise sent again
 * @param lost findings of something acknowledged that is not there
 * @param doubled findings of something that is there too often
 * @param reordered events that were not in order on the log
 * @param other answers and reports that should not have been
 * @param findings what was wrong, the first of them
 * @param commune whose figures are looked at again later; null where the run was given up
 * @param figures of its branches, which must not change any more
 */
record SeedResult(
    long seed,
    @Nullable String run,
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
    @Nullable UUID commune,
    Map<UUID, Figures> figures) {

  private static final int MANY = 20;

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

  /** What tells this run from another one of the same seed. */
  static String run(Schedule schedule, int commands) {
    return commands + " commands; " + schedule;
  }

  /** A run that could not be carried on to its end. */
  static SeedResult givenUp(Schedule schedule, int commands, String why) {
    return new SeedResult(
        schedule.seed(),
        run(schedule, commands),
        Instant.now().toString(),
        0,
        List.of(),
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        1,
        List.of("GIVEN UP " + why),
        null,
        Map.of());
  }

  static SeedResult of(
      Schedule schedule,
      int commands,
      double seconds,
      List<Injector.Done> steps,
      double settledSeconds,
      Scene scene,
      List<Finding> findings,
      Expectation expected) {
    var ledger = scene.ledger();
    return new SeedResult(
        schedule.seed(),
        run(schedule, commands),
        Instant.now().toString(),
        seconds,
        steps.stream().map(Step::of).toList(),
        settledSeconds,
        ledger.acknowledgedSoFar(),
        ledger.unansweredSoFar(),
        ledger.unavailableSoFar(),
        count(findings, Finding.Kind.LOST),
        count(findings, Finding.Kind.DOUBLED),
        count(findings, Finding.Kind.REORDERED),
        count(findings, Finding.Kind.ANSWER) + count(findings, Finding.Kind.UNREPORTED),
        findings.stream().limit(MANY).map(f -> f.kind() + " " + f.what()).toList(),
        scene.territory().commune(),
        Objects.requireNonNull(expected.figures().get(Expectation.END)));
  }

  private static int count(List<Finding> findings, Finding.Kind kind) {
    return (int) findings.stream().filter(f -> f.kind() == kind).count();
  }

  boolean isClean() {
    return lost == 0 && doubled == 0 && reordered == 0 && other == 0;
  }
}

package vn.sen.acceptance.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Many seeds one after the other on one platform, over as many runs as it takes: what is done is
 * written down, and left out next time.
 */
final class Campaign {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Cluster cluster;
  private final Path folder;
  private final Path results;
  private final Consumer<String> say;

  /**
   * @param folder where results are kept
   */
  Campaign(Cluster cluster, Path folder, Consumer<String> say) {
    this.cluster = cluster;
    this.folder = folder;
    this.results = folder.resolve("results.jsonl");
    this.say = say;
  }

  /**
   * Runs the schedules that were not run before, until the time is up.
   *
   * @return all results so far
   */
  List<SeedResult> run(List<Schedule> schedules, int commands, Duration atMost)
      throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    var all = new ArrayList<>(read());
    var done = all.stream().map(SeedResult::run).collect(Collectors.toSet());
    var left = schedules.stream().filter(s -> !done.contains(SeedResult.run(s, commands))).toList();
    if (!left.isEmpty()) {
      cluster.start();
      requireUnchanged(all);
      var clock = ShiftedClock.in(folder);
      for (var schedule : left) {
        if (System.nanoTime() > deadline) {
          break;
        }
        var result = run(schedule, commands, clock);
        keep(result);
        all.add(result);
        say.accept(Report.line(result));
      }
    }
    return all;
  }

  /** A run that cannot be carried on is a finding, and the next seed begins on a fresh start. */
  private SeedResult run(Schedule schedule, int commands, Optional<ShiftedClock> clock)
      throws InterruptedException {
    try {
      return new SeedRun(cluster, clock, commands, say).run(schedule);
    } catch (IllegalStateException e) {
      cluster.restart();
      var why = e.getCause() == null ? e.toString() : e + ": " + e.getCause();
      return SeedResult.givenUp(schedule, commands, why);
    }
  }

  /** What earlier seeds added up to is still there, after everything was started anew. */
  private void requireUnchanged(List<SeedResult> earlier) {
    try (var http = new Http()) {
      var figures = new FigureReader(http);
      Set<String> wrong = new HashSet<>();
      for (var result : earlier) {
        var commune = result.commune();
        if (result.isClean() && commune != null) {
          Waiting.until(
              PATIENCE,
              () -> {
                wrong.removeIf(text -> text.startsWith(result.seed() + ":"));
                check(figures, commune, result, wrong);
                return wrong.isEmpty();
              });
        }
      }
      if (!wrong.isEmpty()) {
        throw new IllegalStateException("Figures of earlier seeds have changed: " + wrong);
      }
    }
  }

  private void check(FigureReader figures, UUID commune, SeedResult result, Set<String> wrong) {
    for (var instance : cluster.reporting()) {
      try {
        var shown = figures.branches(instance, commune, Expectation.END);
        FigureCheck.of(instance.name(), shown, result.figures())
            .forEach(finding -> wrong.add(result.seed() + ": " + finding.what()));
      } catch (IOException e) {
        wrong.add(result.seed() + ": " + e);
      }
    }
  }

  private List<SeedResult> read() {
    try {
      return Files.notExists(results)
          ? List.of()
          : Files.readAllLines(results).stream()
              .map(line -> Http.JSON.readValue(line, SeedResult.class))
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keep(SeedResult result) {
    try {
      Files.writeString(
          results,
          Http.JSON.writeValueAsString(result) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

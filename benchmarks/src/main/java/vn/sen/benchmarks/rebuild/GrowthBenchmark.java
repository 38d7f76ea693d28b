package vn.sen.benchmarks.rebuild;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import vn.sen.benchmarks.Benchmark;
import vn.sen.benchmarks.Effort;
import vn.sen.benchmarks.Result;
import vn.sen.benchmarks.Sample;
import vn.sen.benchmarks.server.Scratch;
import vn.sen.benchmarks.server.Servers;
import vn.sen.embedded.EmbeddedMongo;

/** Whether an event of a long log costs more than one of a short log, on the embedded default. */
public final class GrowthBenchmark implements Benchmark {

  private static final int EVENTS_EACH = 50;
  private static final double TOLERANCE = 0.3;

  /** What two runs of the same may differ by. */
  private static final double NOISE = 0.1;

  @Override
  public List<Result> run(Effort effort, Servers servers) throws IOException, InterruptedException {
    // below some 200,000 events the start of a rebuild would be measured
    int members = effort.choose(20_000, 4_000);
    int steps = effort.choose(4, 2);
    var micros = new double[steps][effort.rounds()];
    try (var scratch = Scratch.create();
        var store = EmbeddedMongo.start(scratch.resolve("store"), 0)) {
      var broker = servers.broker().address();
      var logs = new ArrayList<MemberLog>();
      for (int step = 0; step < steps; step++) {
        logs.add(MemberLog.write(broker, "growth-" + step, members << step, EVENTS_EACH));
      }
      SenRebuild.seconds(logs.get(1), store);
      for (int round = 0; round < effort.rounds(); round++) {
        for (int step = 0; step < steps; step++) {
          var log = logs.get(step);
          micros[step][round] = SenRebuild.seconds(log, store) * 1e6 / log.events();
        }
      }
    }
    return List.of(result(micros, (long) members * EVENTS_EACH));
  }

  private static Result result(double[][] micros, long least) {
    var medians = Arrays.stream(micros).mapToDouble(Sample::median).toArray();
    var relative = new LinkedHashMap<String, Double>();
    for (int step = 0; step < medians.length; step++) {
      relative.put("%,d".formatted(least << step), medians[step] / medians[0]);
    }
    return new Result(
        "growth, embedded default",
        "µs/event",
        medians[0],
        null,
        null,
        relative,
        "each within ± 30 % of the first, no trend",
        isLevel(medians));
  }

  /**
   * Whether no length costs much more or less an event than the shortest, and it does not rise from
   * each to the next.
   */
  static boolean isLevel(double[] medians) {
    double first = medians[0];
    boolean rises = medians[medians.length - 1] > first * (1 + NOISE);
    for (int step = 1; step < medians.length; step++) {
      if (Math.abs(medians[step] - first) > first * TOLERANCE) {
        return false;
      }
      rises &= medians[step] > medians[step - 1];
    }
    return !rises;
  }
}

package vn.sen.benchmarks.kernel;

import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import vn.sen.benchmarks.Benchmark;
import vn.sen.benchmarks.Effort;
import vn.sen.benchmarks.Result;
import vn.sen.benchmarks.server.Servers;

/** Runs {@link FoldKernels} and tells what share of parsing the other steps are. */
public final class KernelBenchmark implements Benchmark {

  private static final String REFERENCE = "parse";

  @Override
  public List<Result> run(Effort effort, Servers servers) {
    var options =
        new OptionsBuilder()
            .include(FoldKernels.class.getSimpleName())
            .forks(1)
            .warmupIterations(effort.choose(5, 2))
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(effort.rounds())
            .measurementTime(TimeValue.seconds(effort.choose(2, 1)))
            .verbosity(VerboseMode.SILENT)
            .build();
    try {
      var found = new Runner(options).run();
      double parse =
          score(found.stream().filter(r -> name(r).equals(REFERENCE)).findFirst().orElseThrow());
      return found.stream().map(result -> result(result, parse)).toList();
    } catch (RunnerException e) {
      throw new IllegalStateException("JMH could not run", e);
    }
  }

  private static Result result(RunResult found, double parse) {
    double error = found.getPrimaryResult().getScoreError();
    return new Result(
        "kernel: " + name(found),
        "ns/event",
        score(found),
        null,
        null,
        Map.of("of " + REFERENCE, score(found) / parse, "±", Double.isNaN(error) ? 0 : error),
        "–",
        true);
  }

  private static double score(RunResult found) {
    return found.getPrimaryResult().getScore();
  }

  private static String name(RunResult found) {
    return found.getPrimaryResult().getLabel();
  }
}

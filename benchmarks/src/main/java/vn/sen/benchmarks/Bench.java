package vn.sen.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.benchmarks.access.AccessBenchmark;
import vn.sen.benchmarks.command.CommandBenchmark;
import vn.sen.benchmarks.command.FigureBenchmark;
import vn.sen.benchmarks.command.FreshnessBenchmark;
import vn.sen.benchmarks.command.ImportBenchmark;
import vn.sen.benchmarks.command.RelayBenchmark;
import vn.sen.benchmarks.gateway.GatewayBenchmark;
import vn.sen.benchmarks.kernel.KernelBenchmark;
import vn.sen.benchmarks.lending.LendingBenchmark;
import vn.sen.benchmarks.lending.StatementsBenchmark;
import vn.sen.benchmarks.rebuild.DistinctBenchmark;
import vn.sen.benchmarks.rebuild.GrowthBenchmark;
import vn.sen.benchmarks.rebuild.MemoryBenchmark;
import vn.sen.benchmarks.rebuild.RebuildBenchmark;
import vn.sen.benchmarks.report.FollowersBenchmark;
import vn.sen.benchmarks.report.ReportsBenchmark;
import vn.sen.benchmarks.server.Servers;

/**
 * {@code ./sen bench [--quick] [--rounds NUMBER] [--json FILE] [PATH…]}: runs benchmarks and prints
 * their table, and on the error stream how long each took.
 */
public final class Bench {

  private Bench() {}

  private static Map<String, Benchmark> known() {
    Map<String, Benchmark> known = new LinkedHashMap<>();
    known.put("demo", new DemoBenchmark());
    known.put("import", new ImportBenchmark());
    known.put("statements", new StatementsBenchmark());
    known.put("lending", new LendingBenchmark());
    known.put("reports", new ReportsBenchmark());
    known.put("followers", new FollowersBenchmark());
    known.put("freshness", new FreshnessBenchmark());
    known.put("rebuild", new RebuildBenchmark());
    known.put("distinct", new DistinctBenchmark());
    known.put("commands", new CommandBenchmark());
    known.put("relay", new RelayBenchmark());
    known.put("figure", new FigureBenchmark());
    known.put("gateway", new GatewayBenchmark());
    known.put("access", new AccessBenchmark());
    known.put("growth", new GrowthBenchmark());
    known.put("memory", new MemoryBenchmark());
    known.put("kernels", new KernelBenchmark());
    return known;
  }

  /**
   * Runs the named benchmarks, or all; exit status 2 for words that are not understood, 1 where a
   * measurement failed, with what it was.
   */
  public static void main(String[] arguments) {
    var words = new ArrayList<>(Arrays.asList(arguments));
    boolean quick = words.remove("--quick");
    var rounds = option(words, "--rounds");
    var json = option(words, "--json");
    var known = known();
    boolean understood = rounds == null || rounds.matches("[1-9]\\d?");
    if (!understood || !known.keySet().containsAll(words)) {
      System.err.println("./sen bench [--quick] [--rounds NUMBER] [--json FILE] " + known.keySet());
      System.exit(2);
    }
    if (!words.isEmpty()) {
      known.keySet().retainAll(words);
    }
    int times = rounds != null ? Integer.parseInt(rounds) : quick ? 1 : 5;
    var results = new ArrayList<Result>();
    boolean complete = false;
    try {
      complete = run(known, new Effort(quick, times), results);
      if (json != null) {
        Files.writeString(Path.of(json), JsonMapper.shared().writeValueAsString(results));
      }
    } catch (IOException | InterruptedException | RuntimeException e) {
      e.printStackTrace();
    }
    // clients and servers leave threads behind that would keep the process
    System.exit(complete ? 0 : 1);
  }

  /** Takes an option and its value out of the words; null if it is not there. */
  private static @Nullable String option(List<String> words, String name) {
    int flag = words.indexOf(name);
    if (flag < 0 || flag + 1 == words.size()) {
      return null;
    }
    words.remove(flag);
    return words.remove(flag);
  }

  /** Runs all of them, whichever fails; whether none did. */
  private static boolean run(Map<String, Benchmark> chosen, Effort effort, List<Result> results)
      throws IOException, InterruptedException {
    boolean complete = true;
    System.out.println(Result.HEADING);
    try (var shared = Servers.prepare()) {
      for (var path : chosen.keySet()) {
        long begun = System.nanoTime();
        try {
          for (var result : run(chosen.get(path), effort, shared)) {
            results.add(result);
            System.out.println(result.toRow());
          }
        } catch (IOException | RuntimeException e) {
          complete = false;
          System.err.println(path + " failed");
          e.printStackTrace();
        }
        System.err.printf("%s: %.0f s%n", path, (System.nanoTime() - begun) / 1e9);
      }
    }
    return complete;
  }

  /** Starting servers takes longer than a quick run measures, so it starts each once. */
  private static List<Result> run(Benchmark benchmark, Effort effort, Servers shared)
      throws IOException, InterruptedException {
    if (effort.quick()) {
      return benchmark.run(effort, shared);
    }
    try (var own = Servers.prepare()) {
      return benchmark.run(effort, own);
    }
  }
}

package vn.sen.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import vn.sen.benchmarks.server.Servers;

/**
 * {@code ./sen demo --exit} as a user runs it: seconds, and the memory of all its processes at its
 * highest.
 */
final class DemoBenchmark implements Benchmark {

  private static final double TARGET_SECONDS = 90;
  private static final double TARGET_MEGABYTES = 1_800;

  @Override
  public List<Result> run(Effort effort, Servers servers) throws IOException, InterruptedException {
    var arguments =
        effort.quick()
            ? new String[] {"demo", "--exit", "--scale", "0.02"}
            : new String[] {"demo", "--exit"};
    long begun = System.nanoTime();
    var process = Platform.sen(servers.demoFolder(), Platform.freePort(), arguments).start();
    double megabytes = 0;
    double secondsToStart = Double.NaN;
    try (var output = process.inputReader(StandardCharsets.UTF_8)) {
      for (var line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith("SEN READY")) {
          secondsToStart = (System.nanoTime() - begun) / 1e9;
        }
        megabytes = Math.max(megabytes, Memory.highestResidentMegabytes(process.toHandle()));
      }
    }
    int status = process.waitFor();
    double seconds = (System.nanoTime() - begun) / 1e9;
    if (status != 0) {
      Platform.delete(servers.demoFolder());
    }
    if (Double.isNaN(secondsToStart)) {
      throw new IllegalStateException("The demo ended with " + status + " before it was ready");
    }
    return List.of(
        result("start", "s", secondsToStart, "< 20 s", secondsToStart < 20),
        result(
            String.join(" ", arguments),
            "s",
            seconds,
            "< 90 s",
            status == 0 && seconds < TARGET_SECONDS),
        result("demo memory", "MB", megabytes, "≤ 1,800 MB", megabytes <= TARGET_MEGABYTES));
  }

  private static Result result(String path, String unit, double value, String target, boolean met) {
    return new Result(path, unit, value, null, null, Map.of(), target, met);
  }
}

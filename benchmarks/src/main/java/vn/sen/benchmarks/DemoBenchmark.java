package vn.sen.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code ./sen demo --exit} as a user runs it: seconds, and the memory of all its processes at its
 * highest.
 */
final class DemoBenchmark {

  private static final double TARGET_SECONDS = 90;
  private static final double TARGET_MEGABYTES = 1_800;

  List<Result> run() throws IOException {
    double secondsToStart;
    try (var platform = Platform.start()) {
      secondsToStart = platform.secondsToStart();
    }
    var folder = Files.createTempDirectory("sen-bench-demo");
    try {
      long begun = System.nanoTime();
      var process = Platform.sen(folder, Platform.freePort(), "demo", "--exit").start();
      long highest = 0;
      try (var output = process.inputReader(StandardCharsets.UTF_8)) {
        while (output.readLine() != null) {
          highest = Math.max(highest, residentKilobytes(process));
        }
      }
      int status = process.waitFor();
      double seconds = (System.nanoTime() - begun) / 1e9;
      double megabytes = highest / 1024.0;
      return List.of(
          result("start", "s", secondsToStart, "< 20 s", secondsToStart < 20),
          result("demo", "s", seconds, "< 90 s", status == 0 && seconds < TARGET_SECONDS),
          result("demo memory", "MB", megabytes, "≤ 1,800 MB", megabytes <= TARGET_MEGABYTES));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      Platform.delete(folder);
    }
  }

  private static Result result(String path, String unit, double value, String target, boolean met) {
    return new Result(path, unit, value, null, null, Map.of(), target, met);
  }

  /**
   * The highest resident size so far of the process and its descendants; 0 where the system does
   * not tell.
   */
  private static long residentKilobytes(Process process) {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .mapToLong(handle -> highWaterMark(handle.pid()))
        .sum();
  }

  private static long highWaterMark(long pid) {
    var status = Path.of("/proc", Long.toString(pid), "status");
    try (var lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0; // the process has ended meanwhile, or the system has no /proc
    }
  }
}

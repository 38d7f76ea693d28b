package vn.sen.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What processes hold in memory, as Linux tells it. */
public final class Memory {

  private static final double KILOBYTES = 1024.0;

  private Memory() {}

  /**
   * The highest resident size so far of a process and its descendants; 0 where the system does not
   * tell.
   */
  public static double highestResidentMegabytes(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
            .mapToLong(handle -> highWaterMark(handle.pid()))
            .sum()
        / KILOBYTES;
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

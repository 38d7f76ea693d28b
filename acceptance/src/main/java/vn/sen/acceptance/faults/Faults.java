package vn.sen.acceptance.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code ./sen faults}: the platform under schedules of faults. {@code --seeds 1-100} names the
 * schedules, {@code --minutes 5} when to begin no other one, {@code --commands 2000} how many
 * commands each acknowledges at least, {@code --only KILL_BROKER} makes that the only fault. Run
 * again with the same folder, it goes on.
 */
public final class Faults {

  private static final int FIRST_PORT = 21_090;

  private Faults() {}

  /** Runs the schedules; the exit code says whether all was found in order. */
  public static void main(String[] args) throws IOException, InterruptedException {
    var options = options(args);
    var home = Path.of(System.getProperty("sen.home", "")).toAbsolutePath();
    var folder =
        Path.of(
            options.getOrDefault("folder", home.resolve("acceptance/target/faults").toString()));
    Files.createDirectories(folder);
    var layout = home.resolve("local/target/platform");
    int commands = Integer.parseInt(options.getOrDefault("commands", "2000"));
    var atMost = Duration.ofMinutes(Long.parseLong(options.getOrDefault("minutes", "600")));
    List<SeedResult> results;
    try (var cluster = new Cluster(layout, folder.resolve("platform"), FIRST_PORT)) {
      var stop = new Thread(cluster::close, "stop");
      Runtime.getRuntime().addShutdownHook(stop);
      var schedules =
          seeds(options.getOrDefault("seeds", "1-100")).stream()
              .map(seed -> schedule(seed, options.get("only")))
              .toList();
      results = new Campaign(cluster, folder, Faults::say).run(schedules, commands, atMost);
      Runtime.getRuntime().removeShutdownHook(stop);
    }
    Files.writeString(folder.resolve("report.json"), Http.JSON.writeValueAsString(results));
    Files.writeString(folder.resolve("report.txt"), Report.text(results));
    System.out.println(Report.text(results));
    System.out.println("Written to " + folder);
    // the issuer's thread would keep the process
    System.exit(results.stream().allMatch(SeedResult::isClean) ? 0 : 1);
  }

  private static Schedule schedule(long seed, @Nullable String only) {
    return only == null ? Schedule.of(seed) : Schedule.of(seed, Fault.valueOf(only));
  }

  private static void say(String line) {
    System.out.println(LocalTime.now().truncatedTo(ChronoUnit.MILLIS) + " " + line);
  }

  /** {@code 7}, {@code 1-100} or {@code 3,7,20-29}. */
  static List<Long> seeds(String text) {
    return List.of(text.split(",")).stream()
        .flatMapToLong(
            part -> {
              var ends = part.split("-");
              return LongStream.rangeClosed(
                  Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
            })
        .boxed()
        .toList();
  }

  private static Map<String, String> options(String[] args) {
    var options = new HashMap<String, String>();
    for (int i = 0; i + 1 < args.length; i += 2) {
      options.put(args[i].replaceFirst("^--", ""), args[i + 1]);
    }
    return options;
  }
}

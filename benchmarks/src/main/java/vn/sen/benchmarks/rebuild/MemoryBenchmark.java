package vn.sen.benchmarks.rebuild;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.benchmarks.Benchmark;
import vn.sen.benchmarks.Effort;
import vn.sen.benchmarks.Memory;
import vn.sen.benchmarks.Result;
import vn.sen.benchmarks.Waiting;
import vn.sen.benchmarks.server.Http;
import vn.sen.benchmarks.server.Scratch;
import vn.sen.benchmarks.server.ServerProcess;
import vn.sen.benchmarks.server.Servers;
import vn.sen.events.Topic;

/**
 * The reporting service itself rebuilds its view of 160,000 members in a heap of 512 MB: it ends at
 * once where that is too little, and its report must show every member.
 */
public final class MemoryBenchmark implements Benchmark {

  private static final int MEMBERS = 160_000;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @Override
  public List<Result> run(Effort effort, Servers servers) throws IOException, InterruptedException {
    try (var scratch = Scratch.create();
        var broker = ServerProcess.broker(scratch);
        var store = ServerProcess.store(scratch);
        var http = new Http(1)) {
      UnitLog.write(broker.address());
      var log =
          MemberLog.write(broker.address(), Topic.MEMBERS.name(), MEMBERS, effort.choose(50, 2));
      long begun = System.nanoTime();
      try (var reporting = ServerProcess.reporting(broker, store, scratch)) {
        Waiting.until(
            "the report shows all members after the last event",
            PATIENCE,
            () -> reporting.requireAlive() && showsAll(http, reporting, log));
        double seconds = (System.nanoTime() - begun) / 1e9;
        double megabytes = Memory.highestResidentMegabytes(reporting.handle());
        return List.of(
            new Result(
                "memory: reporting-service with -Xmx512m, resident",
                "MB",
                megabytes,
                null,
                null,
                Map.of("events", (double) log.events(), "seconds with start", seconds),
                "%,d events of %,d members in 512 MB of heap".formatted(log.events(), MEMBERS),
                true));
      }
    }
  }

  /** The number of members alone would be right long before the last event. */
  private static boolean showsAll(Http http, ServerProcess reporting, MemberLog log) {
    var answer =
        http.get(
            reporting.uri(
                "/api/reporting/membership?level=COMMUNE&asOf=2023-12-31&unit="
                    + UnitLog.PROVINCE));
    if (answer.status() != 200) {
      return false;
    }
    var report = JsonMapper.shared().readTree(answer.body());
    long read = 0;
    for (var next : report.path("position").path("topics").path(log.topic().name()).path("next")) {
      read += next.asLong();
    }
    return read == log.events() && report.path("total").path("members").asInt() == MEMBERS;
  }
}

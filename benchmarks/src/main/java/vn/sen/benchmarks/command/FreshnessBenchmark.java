package vn.sen.benchmarks.command;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.benchmarks.Benchmark;
import vn.sen.benchmarks.Effort;
import vn.sen.benchmarks.Result;
import vn.sen.benchmarks.Sample;
import vn.sen.benchmarks.Waiting;
import vn.sen.benchmarks.server.Http;
import vn.sen.benchmarks.server.Http.Answer;
import vn.sen.benchmarks.server.Servers;

/**
 * From the accepted command to the figure in the report: one client registers a member and at once
 * reads the report with the token of her write, both through the gateway, while nobody else asks.
 */
public final class FreshnessBenchmark implements Benchmark {

  private static final double TARGET_MILLIS = 150;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String REPORT =
      "/api/reporting/membership?unit=54&asOf=2023-12-31&level=COMMUNE";

  @Override
  public List<Result> run(Effort effort, Servers servers) throws IOException, InterruptedException {
    var gateway = servers.gateway();
    var millis = new double[effort.choose(2_000, 100)];
    try (var http = new Http(1)) {
      var client = new MembersClient(http, gateway);
      var report = gateway.uri(REPORT);
      Waiting.until("the report is there", PATIENCE, () -> http.get(report).status() == 200);
      int members = members(http, report, client.register(0));
      int warmUp = effort.choose(1_000, 50);
      for (int i = -warmUp; i < millis.length; i++) {
        var accepted = client.register(i + warmUp);
        long begun = System.nanoTime();
        int shown = members(http, report, accepted);
        if (i >= 0) {
          millis[i] = (System.nanoTime() - begun) / 1e6;
        }
        members++;
        if (shown != members) {
          throw new IllegalStateException(
              "The report shows %d members instead of %d".formatted(shown, members));
        }
      }
    }
    var sample = Sample.of(millis);
    double p99 = sample.quantile(0.99);
    return List.of(
        new Result(
            "command → figure, idle, through the gateway",
            "ms, p99",
            p99,
            null,
            null,
            Map.of("p50", sample.median()),
            "p99 < 150 ms",
            p99 < TARGET_MILLIS));
  }

  /** How many members the report shows that has the write in it. */
  private static int members(Http http, URI report, Answer accepted) {
    var answer =
        http.send("GET", report, Map.of("Sen-Consistency", accepted.consistency()), null)
            .required();
    return JsonMapper.shared().readTree(answer.body()).path("total").path("members").asInt();
  }
}

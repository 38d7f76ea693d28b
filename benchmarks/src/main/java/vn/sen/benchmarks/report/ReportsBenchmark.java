package vn.sen.benchmarks.report;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.sen.benchmarks.Benchmark;
import vn.sen.benchmarks.Effort;
import vn.sen.benchmarks.Platform;
import vn.sen.benchmarks.Result;
import vn.sen.benchmarks.Sample;
import vn.sen.benchmarks.Waiting;
import vn.sen.benchmarks.server.Http;
import vn.sen.benchmarks.server.Readers;
import vn.sen.benchmarks.server.Scratch;
import vn.sen.benchmarks.server.ServerProcess;
import vn.sen.benchmarks.server.Servers;

/**
 * What the province of the demo asks the reporting service itself: a hundred readers, each twice a
 * second. The demo is loaded first, where it was not just measured; then broker, store and
 * reporting service go on alone on its data.
 */
public final class ReportsBenchmark implements Benchmark {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final double PATIENCE_OF_GATEWAY = 60;
  private static final String PROVINCE = "/api/reporting/province?unit=66&asOf=2023-10-30";

  private record Question(String path, String uri, double millis) {}

  private static final List<Question> QUESTIONS =
      List.of(
          new Question(
              "province report by commune of 2025, as of 2023-10-30",
              PROVINCE + "&hierarchy=2025-07-01&level=COMMUNE",
              50),
          new Question(
              "province report by district, under the map of 2024-11-01",
              "/api/reporting/province?unit=54&asOf=2023-10-30&hierarchy=2024-11-01&level=DISTRICT",
              20),
          new Question(
              "explanation of the members, first page",
              "/api/reporting/membership/explanation?unit=54&asOf=2023-12-31&hierarchy=2023-12-31"
                  + "&figure=members",
              50),
          new Question(
              "explanation of the outstanding, first page",
              "/api/reporting/lending/explanation?unit=54&asOf=2023-10-30&hierarchy=2023-10-30"
                  + "&figure=outstanding",
              50));

  @Override
  public List<Result> run(Effort effort, Servers servers) throws IOException, InterruptedException {
    var folder = servers.demoFolder();
    if (Files.notExists(folder)) {
      Platform.load(folder, effort.choose(100, 2));
    }
    var data = Scratch.of(folder);
    try (var broker = ServerProcess.broker(data);
        var store = ServerProcess.store(data);
        var reporting = ServerProcess.reporting(broker, store, data);
        var readers = new Readers()) {
      var results = new ArrayList<Result>();
      for (var question : QUESTIONS) {
        results.add(measure(question, reporting.uri(question.uri()), readers, effort));
      }
      results.add(issuing(reporting.uri("/api/reporting/issued"), effort));
      return results;
    }
  }

  /** Each one is made from the log, which is read for it from its beginning. */
  private static Result issuing(URI issued, Effort effort) {
    var body =
        """
        {"report":"province","parameters":{"unit":"54","asOf":"2023-10-30"},"title":"Báo cáo"}
        """
            .getBytes(StandardCharsets.UTF_8);
    var seconds = new double[effort.rounds()];
    try (var http = new Http(1)) {
      for (int round = 0; round < seconds.length; round++) {
        long begun = System.nanoTime();
        http.send("POST", issued, Map.of("Idempotency-Key", "issue-" + round), body).required();
        seconds[round] = (System.nanoTime() - begun) / 1e9;
      }
    }
    double median = Sample.median(seconds);
    return new Result(
        "the province's report issued from the log",
        "s",
        median,
        null,
        null,
        Map.of("first", seconds[0]),
        "≤ %.0f s, the gateway's patience".formatted(PATIENCE_OF_GATEWAY),
        seconds[0] <= PATIENCE_OF_GATEWAY);
  }

  private static Result measure(Question question, URI uri, Readers readers, Effort effort)
      throws InterruptedException {
    Waiting.until("an answer to " + uri, PATIENCE, () -> readers.tryAsk(uri).status() == 200);
    long begun = System.nanoTime();
    readers.ask(uri);
    double second = (System.nanoTime() - begun) / 1e6;
    int seconds = effort.choose(10, 1);
    readers.read(uri, seconds);
    var p99 = new double[effort.rounds()];
    var median = new double[effort.rounds()];
    for (int round = 0; round < p99.length; round++) {
      var sample = readers.read(uri, seconds);
      p99[round] = sample.quantile(0.99);
      median[round] = sample.median();
    }
    double millis = Sample.median(p99);
    return new Result(
        question.path(),
        "ms, p99",
        millis,
        null,
        null,
        Map.of("p50", Sample.median(median), "second answer", second),
        "≤ %.0f ms".formatted(question.millis()),
        millis <= question.millis());
  }
}

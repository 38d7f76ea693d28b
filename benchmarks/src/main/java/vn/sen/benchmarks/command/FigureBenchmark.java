package vn.sen.benchmarks.command;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.benchmarks.Benchmark;
import vn.sen.benchmarks.Effort;
import vn.sen.benchmarks.Result;
import vn.sen.benchmarks.Sample;
import vn.sen.benchmarks.Waiting;
import vn.sen.benchmarks.rebuild.MemberHistory;
import vn.sen.benchmarks.server.Http;
import vn.sen.benchmarks.server.Servers;
import vn.sen.events.Topic;

/**
 * From the accepted command to the figure in a report, while other clients send commands at half
 * the rate that the service can take; beside it, under the same load, a record through the broker.
 */
public final class FigureBenchmark implements Benchmark {

  private static final int AT_ONCE = 16;
  private static final double TARGET_RATIO = 5;
  private static final double TARGET_MILLIS = 250;
  private static final Topic ECHO = new Topic("bench.echo", 1);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String REPORT =
      "/api/reporting/membership?unit=54&asOf=2023-12-31&level=COMMUNE";

  @Override
  public List<Result> run(Effort effort, Servers servers) throws IOException, InterruptedException {
    try (var http = new Http(AT_ONCE + 1);
        var echo = new Echo(servers.broker().address(), ECHO)) {
      var client = new MembersClient(http, servers.membership());
      var report = servers.reporting().uri(REPORT);
      Waiting.until(
          "the report knows the province", PATIENCE, () -> http.get(report).status() == 200);
      return new Run(client, http, report, echo, effort).results();
    }
  }

  /** The measurements on one set of servers. */
  private static final class Run {
    private final MembersClient client;
    private final Http http;
    private final URI report;
    private final Echo echo;
    private final Effort effort;
    private final double perSecond;

    Run(MembersClient client, Http http, URI report, Echo echo, Effort effort)
        throws InterruptedException {
      this.client = client;
      this.http = http;
      this.report = report;
      this.echo = echo;
      this.effort = effort;
      int operations = effort.choose(20_000, 1_000);
      Workers.run(AT_ONCE, operations, client::register);
      long begun = System.nanoTime();
      Workers.run(AT_ONCE, operations, client::register);
      this.perSecond = operations / ((System.nanoTime() - begun) / 1e9) / 2;
    }

    List<Result> results() throws InterruptedException {
      var visible = new double[effort.rounds()];
      var through = new double[effort.rounds()];
      var middle = new double[effort.rounds()];
      underLoad(new ArrayList<>(), new ArrayList<>());
      for (int round = 0; round < visible.length; round++) {
        var figures = new ArrayList<Double>();
        var records = new ArrayList<Double>();
        underLoad(figures, records);
        visible[round] = sample(figures).quantile(0.99);
        middle[round] = sample(figures).median();
        through[round] = sample(records).quantile(0.99);
      }
      double millis = Sample.median(visible);
      double ratio = Sample.medianRatio(visible, through);
      return List.of(
          new Result(
              "command → figure, at half the highest load",
              "ms, p99",
              millis,
              Sample.median(through),
              null,
              Map.of("ceiling", ratio, "commands/s", perSecond, "p50", Sample.median(middle)),
              "≤ 5 × produce → consume, ≤ 250 ms",
              ratio <= TARGET_RATIO && millis <= TARGET_MILLIS));
    }

    private static Sample sample(List<Double> values) {
      return Sample.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Samples figures and records in turn until the load is over. */
    private void underLoad(List<Double> figures, List<Double> records) throws InterruptedException {
      int operations = (int) (perSecond * effort.choose(15, 4));
      long begun = System.nanoTime();
      try (var executor = Executors.newSingleThreadExecutor()) {
        var load =
            executor.submit(
                () -> {
                  load(operations, begun);
                  return null;
                });
        while (!load.isDone()) {
          figures.add(figure());
          records.add(record());
        }
        load.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("The load was not carried to its end", e.getCause());
      }
    }

    /** Sends at an even pace, however long the answers take. */
    private void load(int operations, long begun) throws InterruptedException {
      Workers.run(
          AT_ONCE,
          operations,
          number -> {
            long due = begun + (long) (number / perSecond * 1e9);
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
              LockSupport.parkNanos(wait);
            }
            client.register(number);
          });
    }

    private double figure() {
      var token = client.register(0).consistency();
      long begun = System.nanoTime();
      var answer = http.send("GET", report, Map.of("Sen-Consistency", token), null).required();
      double millis = (System.nanoTime() - begun) / 1e6;
      if (JsonMapper.shared().readTree(answer.body()).path("stale").asBoolean(true)) {
        throw new IllegalStateException("The report does not contain the command's effect");
      }
      return millis;
    }

    private double record() throws InterruptedException {
      var key = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
      return echo.millisThrough(
          new ProducerRecord<>(ECHO.name(), key, MemberHistory.event(0, 1).data()));
    }
  }
}

package vn.sen.benchmarks.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.sen.benchmarks.Benchmark;
import vn.sen.benchmarks.Effort;
import vn.sen.benchmarks.Result;
import vn.sen.benchmarks.Sample;
import vn.sen.benchmarks.Waiting;
import vn.sen.benchmarks.command.Workers;
import vn.sen.benchmarks.rebuild.MemberHistory;
import vn.sen.benchmarks.rebuild.UnitLog;
import vn.sen.benchmarks.server.Http;
import vn.sen.benchmarks.server.ServerProcess;
import vn.sen.benchmarks.server.Servers;
import vn.sen.embedded.SharedInfrastructure;

/**
 * A report and a command of somebody of a province, beside the same service without any check of
 * tokens, roles and units.
 */
public final class AccessBenchmark implements Benchmark {

  private static final int AT_ONCE = 16;
  private static final double TARGET = 0.9;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String REPORT =
      "/api/reporting/membership?level=COMMUNE&asOf=2023-12-31&unit=" + UnitLog.PROVINCE;
  private static final String COMMAND = "/api/membership/members";

  /** One request of many. */
  private interface Request {
    void send(ServerProcess service, int number);
  }

  @Override
  public List<Result> run(Effort effort, Servers servers) throws IOException, InterruptedException {
    servers.writeMembers();
    try (var http = new Http(AT_ONCE)) {
      var requests = new Requests(http);
      return List.of(reports(effort, servers, http, requests), commands(effort, servers, requests));
    }
  }

  private static Result reports(Effort effort, Servers servers, Http http, Requests requests)
      throws IOException, InterruptedException {
    // neither has answered a request before, so both are as warm
    try (var pair = servers.pair(ServerProcess::reporting, ServerProcess::openReporting)) {
      for (var service : List.of(pair.one(), pair.other())) {
        Waiting.until(
            "the report is there", PATIENCE, () -> http.get(service.uri(REPORT)).status() == 200);
      }
      return measure(
          "access: report", effort, effort.choose(20_000, 1_000), pair, requests::report);
    }
  }

  private static Result commands(Effort effort, Servers servers, Requests requests)
      throws IOException, InterruptedException {
    try (var pair = servers.pair(ServerProcess::membership, ServerProcess::openMembership)) {
      return measure(
          "access: command", effort, effort.choose(10_000, 500), pair, requests::command);
    }
  }

  private static Result measure(
      String path, Effort effort, int requests, Servers.Pair pair, Request request)
      throws InterruptedException {
    var guarded = pair.one();
    var open = pair.other();
    var checked = new double[effort.rounds()];
    var unchecked = new double[effort.rounds()];
    perSecond(guarded, requests, request);
    perSecond(open, requests, request);
    for (int round = 0; round < checked.length; round++) {
      // each goes first as often as the other
      boolean openFirst = round % 2 == 1;
      if (openFirst) {
        unchecked[round] = perSecond(open, requests, request);
      }
      checked[round] = perSecond(guarded, requests, request);
      if (!openFirst) {
        unchecked[round] = perSecond(open, requests, request);
      }
    }
    double ratio = Sample.medianRatio(checked, unchecked);
    return new Result(
        path,
        "requests/s",
        Sample.median(checked),
        Sample.median(unchecked),
        null,
        Map.of("ceiling", ratio),
        "≥ 0.9 of the same without checks",
        ratio >= TARGET);
  }

  private static double perSecond(ServerProcess service, int requests, Request request)
      throws InterruptedException {
    long begun = System.nanoTime();
    Workers.run(AT_ONCE, requests, number -> request.send(service, number));
    return requests / ((System.nanoTime() - begun) / 1e9);
  }

  /** Requests of somebody who may act in the province that all units are below. */
  private record Requests(Http http, AtomicInteger next) {

    Requests(Http http) {
      this(http, new AtomicInteger());
    }

    void report(ServerProcess service, int number) {
      send(service, "GET", REPORT, Map.of(), null);
    }

    void command(ServerProcess service, int number) {
      var body =
          """
          {"unitId":"%s","fullName":"Nguyễn Thị Mô Phỏng","birthYear":1980,\
          "memberType":"ORDINARY","joinedOn":"2023-03-08","joinKind":"ADMITTED"}\
          """
              .formatted(MemberHistory.unit(next.getAndIncrement() % MemberHistory.units()));
      send(
          service,
          "POST",
          COMMAND,
          Map.of("Idempotency-Key", UUID.randomUUID().toString()),
          body.getBytes(StandardCharsets.UTF_8));
    }

    private void send(
        ServerProcess service,
        String method,
        String path,
        Map<String, String> headers,
        byte @Nullable [] body) {
      var all = new HashMap<>(headers);
      all.put(
          "Authorization",
          "Bearer " + SharedInfrastructure.issuer().officerOf(UnitLog.PROVINCE_ID.toString()));
      http.send(method, service.uri(path), all, body).required();
    }
  }
}

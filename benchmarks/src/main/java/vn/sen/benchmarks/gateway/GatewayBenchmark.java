package vn.sen.benchmarks.gateway;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import vn.sen.benchmarks.Benchmark;
import vn.sen.benchmarks.Effort;
import vn.sen.benchmarks.Result;
import vn.sen.benchmarks.Sample;
import vn.sen.benchmarks.Waiting;
import vn.sen.benchmarks.rebuild.UnitLog;
import vn.sen.benchmarks.server.Http;
import vn.sen.benchmarks.server.ServerProcess;
import vn.sen.benchmarks.server.Servers;

/**
 * A report of 110 communes through the gateway, beside the reporting service itself and beside
 * nginx where it is installed: one report that does not change, and one that is another one each
 * time.
 */
public final class GatewayBenchmark implements Benchmark {

  private static final int AT_ONCE = 32;
  private static final double TARGET_CHANGED = 0.22;
  private static final double TARGET_UNCHANGED = 0.4;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final LocalDate FIRST_DAY = LocalDate.of(1991, 1, 1);
  private static final String REPORT =
      "/api/reporting/membership?level=COMMUNE&unit=" + UnitLog.PROVINCE;
  private static final LocalDate AS_OF = LocalDate.of(2023, 12, 31);

  /** From 1991 to 2020: all of them before the members' report begins. */
  private static final int FIRST_DAYS = 11_000;

  /** No two days are asked for twice, so no answer is known already. */
  private final AtomicInteger asked = new AtomicInteger();

  @Override
  public List<Result> run(Effort effort, Servers servers) throws IOException, InterruptedException {
    servers.writeMembers();
    var reporting = servers.reporting();
    var gateway = servers.gateway();
    try (var nginx = Nginx.before(reporting, servers.scratch());
        var http = new Http(AT_ONCE)) {
      Waiting.until(
          "the gateway answers with the report",
          PATIENCE,
          () -> http.get(gateway.uri(same())).status() == 200);
      return List.of(
          measure("changed", TARGET_CHANGED, effort, reporting, gateway, nginx, http),
          measure("unchanged", TARGET_UNCHANGED, effort, reporting, gateway, nginx, http));
    }
  }

  private Result measure(
      String kind,
      double target,
      Effort effort,
      ServerProcess reporting,
      ServerProcess gateway,
      @Nullable ServerProcess nginx,
      Http http)
      throws InterruptedException {
    IntFunction<String> path = kind.equals("changed") ? _ -> another() : _ -> same();
    int seconds = effort.choose(8, 2);
    var direct = new double[effort.rounds()];
    var through = new double[effort.rounds()];
    var peer = new double[effort.rounds()];
    perSecond(http, reporting, path, seconds);
    perSecond(http, gateway, path, seconds);
    for (int round = 0; round < direct.length; round++) {
      direct[round] = perSecond(http, reporting, path, seconds);
      through[round] = perSecond(http, gateway, path, seconds);
      if (nginx != null) {
        peer[round] = perSecond(http, nginx, path, seconds);
      }
    }
    double ratio = Sample.medianRatio(through, direct);
    return new Result(
        "gateway, " + kind + " report",
        "requests/s",
        Sample.median(through),
        Sample.median(direct),
        nginx == null ? null : Sample.median(peer),
        nginx == null
            ? Map.of("ceiling", ratio)
            : Map.of("ceiling", ratio, "peer", Sample.medianRatio(through, peer)),
        "≥ %s of direct".formatted(target),
        ratio >= target);
  }

  private static String same() {
    return REPORT + "&asOf=" + AS_OF;
  }

  private String another() {
    int number = asked.getAndIncrement();
    return "%s&asOf=%s&from=%s"
        .formatted(
            REPORT, AS_OF.minusDays(number / FIRST_DAYS), FIRST_DAY.plusDays(number % FIRST_DAYS));
  }

  /** Asks from all connections for some seconds. */
  private static double perSecond(
      Http http, ServerProcess server, IntFunction<String> path, int seconds)
      throws InterruptedException {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    var answers = new LongAdder();
    var failures = new LongAdder();
    var clients = new ArrayList<Thread>();
    long begun = System.nanoTime();
    for (int i = 0; i < AT_ONCE; i++) {
      clients.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (System.nanoTime() < end) {
                      ask(http, server.uri(path.apply(0)), answers, failures);
                    }
                  }));
    }
    for (var client : clients) {
      client.join();
    }
    if (failures.sum() > 0) {
      throw new IllegalStateException(failures + " answers were no reports");
    }
    return answers.sum() / ((System.nanoTime() - begun) / 1e9);
  }

  private static void ask(Http http, URI uri, LongAdder answers, LongAdder failures) {
    if (http.get(uri).status() == 200) {
      answers.increment();
    } else {
      failures.increment();
    }
  }
}

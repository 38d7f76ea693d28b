package vn.sen.benchmarks.lending;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.benchmarks.Effort;
import vn.sen.benchmarks.Result;
import vn.sen.benchmarks.Sample;
import vn.sen.benchmarks.Waiting;
import vn.sen.benchmarks.rebuild.UnitLog;
import vn.sen.benchmarks.server.Http;
import vn.sen.benchmarks.server.ServerProcess;

/**
 * The province's report by bank and programme at a past date, asked for by a hundred readers, each
 * twice a second, while updates flow in.
 */
final class ReportUnderUpdates {

  private static final int READERS = 100;
  private static final long PAUSE_NANOS = 500_000_000;
  private static final long BETWEEN_UPDATES_NANOS = 10_000_000;
  private static final double TARGET_MILLIS = 20;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String REPORT =
      "/api/reporting/lending?asOf=2023-10-30&by=BANK,PROGRAMME&unit=%s&bank=%s";

  private final BankOfLoans bank;
  private final URI report;

  ReportUnderUpdates(BankOfLoans bank, ServerProcess reporting) {
    this.bank = bank;
    this.report = reporting.uri(REPORT.formatted(UnitLog.PROVINCE, bank.code()));
  }

  Result measure(Effort effort) throws InterruptedException {
    var p99 = new double[effort.rounds()];
    var median = new double[effort.rounds()];
    try (var http = new Http(READERS)) {
      Waiting.until("the report shows all loans", PATIENCE, () -> showsAll(http));
      int seconds = effort.choose(10, 4);
      underUpdates(http, seconds);
      for (int round = 0; round < p99.length; round++) {
        var sample = underUpdates(http, seconds);
        p99[round] = sample.quantile(0.99);
        median[round] = sample.median();
      }
    }
    double millis = Sample.median(p99);
    return new Result(
        "lending report by bank and programme, 100 readers, updates flowing in",
        "ms, p99",
        millis,
        null,
        null,
        Map.of("p50", Sample.median(median)),
        "< 20 ms",
        millis < TARGET_MILLIS);
  }

  private boolean showsAll(Http http) {
    var answer = http.get(report);
    return answer.status() == 200
        && JsonMapper.shared().readTree(answer.body()).path("total").path("loans").asInt()
            == bank.loans();
  }

  private Sample underUpdates(Http http, int seconds) throws InterruptedException {
    var over = new AtomicBoolean();
    var updates = Thread.ofPlatform().start(() -> update(over));
    try (var executor = Executors.newFixedThreadPool(READERS)) {
      var readers =
          executor.invokeAll(
              IntStream.range(0, READERS)
                  .<Callable<List<Double>>>mapToObj(number -> () -> read(http, number, seconds))
                  .toList());
      return sample(readers);
    } finally {
      over.set(true);
      updates.join();
    }
  }

  private static Sample sample(List<Future<List<Double>>> readers) throws InterruptedException {
    var millis = new ArrayList<Double>();
    for (var reader : readers) {
      try {
        millis.addAll(reader.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException("A reader failed", e.getCause());
      }
    }
    return Sample.of(millis.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Readers do not ask all at once. */
  private List<Double> read(Http http, int reader, int seconds) {
    var millis = new ArrayList<Double>();
    long begun = System.nanoTime() + PAUSE_NANOS * reader / READERS;
    for (long due = begun; due < begun + seconds * 1_000_000_000L; due += PAUSE_NANOS) {
      waitUntil(due);
      long asked = System.nanoTime();
      http.get(report).required();
      millis.add((System.nanoTime() - asked) / 1e6);
    }
    return millis;
  }

  private void update(AtomicBoolean over) {
    long due = System.nanoTime();
    for (int number = 0; !over.get(); number++) {
      waitUntil(due);
      bank.payInterest(number % bank.loans());
      due += BETWEEN_UPDATES_NANOS;
    }
  }

  private static void waitUntil(long due) {
    for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
      LockSupport.parkNanos(wait);
    }
  }
}

package vn.sen.benchmarks.lending;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.benchmarks.Effort;
import vn.sen.benchmarks.Result;
import vn.sen.benchmarks.Sample;
import vn.sen.benchmarks.Waiting;
import vn.sen.benchmarks.rebuild.UnitLog;
import vn.sen.benchmarks.server.Readers;
import vn.sen.benchmarks.server.ServerProcess;

/**
 * The province's report of a bank by programme at a past date, asked for by a hundred readers, each
 * twice a second, while updates flow in.
 */
final class ReportUnderUpdates {

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
    try (var readers = new Readers()) {
      Waiting.until("the report shows all loans", PATIENCE, () -> showsAll(readers));
      int seconds = effort.choose(10, 4);
      // at so few requests a second it takes this long until most of what runs is compiled
      underUpdates(readers, effort.choose(60, 4));
      for (int round = 0; round < p99.length; round++) {
        var sample = underUpdates(readers, seconds);
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

  private boolean showsAll(Readers readers) {
    var answer = readers.tryAsk(report);
    return answer.status() == 200
        && JsonMapper.shared().readTree(answer.body()).path("total").path("loans").asInt()
            == bank.loans();
  }

  private Sample underUpdates(Readers readers, int seconds) throws InterruptedException {
    var over = new AtomicBoolean();
    var updates = Thread.ofPlatform().start(() -> update(over));
    try {
      return readers.read(report, seconds);
    } finally {
      over.set(true);
      updates.join();
    }
  }

  private void update(AtomicBoolean over) {
    long due = System.nanoTime();
    for (int number = 0; !over.get(); number++) {
      Readers.waitUntil(due);
      bank.payInterest(number % bank.loans());
      due += BETWEEN_UPDATES_NANOS;
    }
  }
}

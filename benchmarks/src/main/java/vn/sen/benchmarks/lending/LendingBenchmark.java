package vn.sen.benchmarks.lending;

import java.io.IOException;
import java.util.List;
import vn.sen.benchmarks.Benchmark;
import vn.sen.benchmarks.Effort;
import vn.sen.benchmarks.Result;
import vn.sen.benchmarks.server.Servers;

/** What is read of what is owed to banks. */
public final class LendingBenchmark implements Benchmark {

  @Override
  public List<Result> run(Effort effort, Servers servers) throws IOException, InterruptedException {
    var bank = BankOfLoans.create(servers.lending(), "B2", effort.choose(50_000, 4_000));
    bank.statement("OPENING", 0);
    return List.of(new ReportUnderUpdates(bank, servers.reporting()).measure(effort));
  }
}

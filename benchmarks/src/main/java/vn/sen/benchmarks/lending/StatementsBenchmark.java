package vn.sen.benchmarks.lending;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.sen.benchmarks.Benchmark;
import vn.sen.benchmarks.Effort;
import vn.sen.benchmarks.Result;
import vn.sen.benchmarks.server.Servers;

/** What banks send. */
public final class StatementsBenchmark implements Benchmark {

  @Override
  public List<Result> run(Effort effort, Servers servers) throws IOException, InterruptedException {
    var bank = BankOfLoans.create(servers.lending(), "B1", effort.choose(50_000, 4_000));
    bank.statement("OPENING", 0);
    var results = new ArrayList<Result>();
    try (var mongo = servers.mongo()) {
      var loans = mongo.getDatabase("sen_lending").getCollection("loans");
      results.addAll(new Statements(bank, new BareLoans(mongo, loans)).measure(effort));
      results.add(new SingleUpdates(bank, mongo, loans).measure(effort));
    }
    results.add(new LongStatement(bank, servers.lending()).measure(effort));
    return results;
  }
}

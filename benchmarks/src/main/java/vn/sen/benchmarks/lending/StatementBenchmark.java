package vn.sen.benchmarks.lending;

import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import vn.sen.benchmarks.Api;
import vn.sen.benchmarks.Benchmark;
import vn.sen.benchmarks.Effort;
import vn.sen.benchmarks.Province;
import vn.sen.benchmarks.Result;
import vn.sen.benchmarks.Sample;
import vn.sen.benchmarks.server.Http;
import vn.sen.benchmarks.server.Scratch;
import vn.sen.benchmarks.server.ServerProcess;

/**
 * A bank's statement against the loans that the platform knows, from its first byte until it is
 * compared: once all loans differ, once none does. Beside them the store's own bulk replace-upsert
 * and find of the same loans.
 */
public final class StatementBenchmark implements Benchmark {

  private static final double ALL_CHANGED = 0.3;
  private static final double NOTHING_CHANGED = 0.6;

  @Override
  public List<Result> run(Effort effort) throws IOException, InterruptedException {
    int loans = effort.choose(50_000, 5_000);
    int rounds = effort.rounds();
    var changed = new double[rounds];
    var equal = new double[rounds];
    var replaced = new double[rounds];
    var found = new double[rounds];
    try (var scratch = Scratch.create();
        var broker = ServerProcess.broker(scratch);
        var store = ServerProcess.store(scratch);
        var membership = ServerProcess.membership(broker, store, scratch);
        var lending = ServerProcess.lending(broker, store, scratch);
        var units = new Api(membership.uri("/"), Http::token);
        var mongo =
            MongoClients.create("mongodb://" + store.address() + "/?uuidRepresentation=standard")) {
      Province.create(units);
      var bank = BankOfLoans.create(lending, loans);
      bank.statement("OPENING", 0);
      var bare = new BareLoans(mongo, mongo.getDatabase("sen_lending").getCollection("loans"));
      bank.statement("PERIODIC", 0);
      bare.find();
      bare.replace();
      for (int round = 0; round < rounds; round++) {
        found[round] = bare.find();
        equal[round] = bank.statement("PERIODIC", 0);
        replaced[round] = bare.replace();
        changed[round] = bank.statement("PERIODIC", 1_000 + round);
      }
    }
    return List.of(
        result(
            "statement, all loans differ", changed, replaced, ALL_CHANGED, "bulk replace-upsert"),
        result("statement, no loan differs", equal, found, NOTHING_CHANGED, "find"));
  }

  private static Result result(
      String path, double[] values, double[] ceilings, double target, String of) {
    double ratio = Sample.medianRatio(values, ceilings);
    return new Result(
        path,
        "lines/s",
        Sample.median(values),
        Sample.median(ceilings),
        null,
        Map.of("ceiling", ratio),
        "≥ %s of the store's %s".formatted(target, of),
        ratio >= target);
  }
}

package vn.sen.benchmarks.command;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import vn.sen.benchmarks.Benchmark;
import vn.sen.benchmarks.Effort;
import vn.sen.benchmarks.Result;
import vn.sen.benchmarks.Sample;
import vn.sen.benchmarks.Waiting;
import vn.sen.benchmarks.server.Http;
import vn.sen.benchmarks.server.Servers;

/**
 * Commands over HTTP with the write path complete: answered, published and pulled from the outbox.
 * Beside them the bare store operations they need, at the same concurrency on the same store.
 */
public final class CommandBenchmark implements Benchmark {

  private static final int AT_ONCE = 16;
  private static final double TARGET = 0.6;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Override
  public List<Result> run(Effort effort, Servers servers) throws IOException, InterruptedException {
    try (var http = new Http(AT_ONCE);
        var mongo = servers.mongo()) {
      return new Run(new MembersClient(http, servers.membership()), mongo, effort).results();
    }
  }

  /** The measurements on one set of servers. */
  private static final class Run {
    private final MembersClient client;
    private final MongoCollection<Document> members;
    private final BareStore bare;
    private final int rounds;
    private final int operations;

    Run(MembersClient client, MongoClient mongo, Effort effort) throws InterruptedException {
      this.client = client;
      this.rounds = effort.rounds();
      this.operations = effort.choose(20_000, 1_000);
      this.members = mongo.getDatabase("sen_membership").getCollection("members");
      client.register(0);
      awaitPulled();
      this.bare = new BareStore(mongo, members);
      for (int warmUp = 0; warmUp < effort.choose(2, 1); warmUp++) {
        change(create(new double[1], 0), new double[1], 0);
        var ids = ids();
        bare.create(ids, AT_ONCE);
        bare.change(ids, AT_ONCE);
      }
    }

    List<Result> results() throws InterruptedException {
      var created = new double[rounds];
      var changed = new double[rounds];
      var inserted = new double[rounds];
      var updated = new double[rounds];
      for (int round = 0; round < rounds; round++) {
        var ids = ids();
        inserted[round] = bare.create(ids, AT_ONCE);
        var members = create(created, round);
        updated[round] = bare.change(ids, AT_ONCE);
        change(members, changed, round);
      }
      return List.of(
          result("commands, create", created, inserted),
          result("commands, change", changed, updated));
    }

    private List<UUID> ids() {
      return Stream.generate(UUID::randomUUID).limit(operations).toList();
    }

    private UUID[] create(double[] perSecond, int round) throws InterruptedException {
      var ids = new UUID[operations];
      perSecond[round] =
          measured(number -> ids[number] = MembersClient.id(client.register(number)));
      return ids;
    }

    private void change(UUID[] ids, double[] perSecond, int round) throws InterruptedException {
      perSecond[round] = measured(number -> client.correct(ids[number], 1));
    }

    private double measured(Workers.Operation operation) throws InterruptedException {
      long begun = System.nanoTime();
      Workers.run(AT_ONCE, operations, operation);
      awaitPulled();
      return operations / ((System.nanoTime() - begun) / 1e9);
    }

    private void awaitPulled() {
      Waiting.until(
          "all outboxes are empty",
          PATIENCE,
          () -> members.find(Filters.gte("outbox.b", 0)).limit(1).first() == null);
    }

    private static Result result(String path, double[] values, double[] ceiling) {
      double ratio = Sample.medianRatio(values, ceiling);
      return new Result(
          path,
          "commands/s",
          Sample.median(values),
          Sample.median(ceiling),
          null,
          Map.of("ceiling", ratio),
          "≥ 0.6 of the store's operations",
          ratio >= TARGET);
    }
  }
}

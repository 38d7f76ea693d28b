package vn.sen.benchmarks.lending;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import vn.sen.benchmarks.Effort;
import vn.sen.benchmarks.Result;
import vn.sen.benchmarks.Sample;
import vn.sen.benchmarks.Waiting;
import vn.sen.benchmarks.command.BareStore;
import vn.sen.benchmarks.command.Workers;

/**
 * Updates of loans that a bank sends one by one, until they are published and pulled from the
 * outbox. Beside them the bare store operations that they need, at the same concurrency.
 */
final class SingleUpdates {

  private static final int AT_ONCE = 16;
  private static final double TARGET = 0.6;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final BankOfLoans bank;
  private final MongoCollection<Document> loans;
  private final BareStore bare;

  SingleUpdates(BankOfLoans bank, MongoClient mongo, MongoCollection<Document> loans) {
    this.bank = bank;
    this.loans = loans;
    this.bare = new BareStore(mongo, loans);
  }

  Result measure(Effort effort) throws InterruptedException {
    int updates = effort.choose(20_000, 1_500);
    int rounds = effort.rounds();
    var taken = new double[rounds];
    var bareTaken = new double[rounds];
    var ids = List.<UUID>of();
    for (int warmUp = 0; warmUp < effort.choose(2, 1); warmUp++) {
      ids = copied(updates);
      bare.change(ids, AT_ONCE);
      perSecond(updates);
    }
    for (int round = 0; round < rounds; round++) {
      bareTaken[round] = bare.change(ids, AT_ONCE);
      taken[round] = perSecond(updates);
    }
    double ratio = Sample.medianRatio(taken, bareTaken);
    return new Result(
        "partner API, single updates",
        "updates/s",
        Sample.median(taken),
        Sample.median(bareTaken),
        null,
        Map.of("ceiling", ratio),
        "≥ 0.6 of the store's operations",
        ratio >= TARGET);
  }

  /** Loans of the store's own collection, each with a history of its own. */
  private List<UUID> copied(int updates) throws InterruptedException {
    var ids = Stream.generate(UUID::randomUUID).limit(updates).toList();
    bare.create(ids, AT_ONCE);
    return ids;
  }

  private double perSecond(int updates) throws InterruptedException {
    long begun = System.nanoTime();
    Workers.run(AT_ONCE, updates, bank::payInterest);
    Waiting.until(
        "all outboxes are empty",
        PATIENCE,
        () -> loans.find(Filters.gte("outbox.b", 0)).limit(1).first() == null);
    return updates / ((System.nanoTime() - begun) / 1e9);
  }
}

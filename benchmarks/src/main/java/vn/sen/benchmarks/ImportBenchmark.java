package vn.sen.benchmarks;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.InsertManyOptions;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import vn.sen.embedded.EmbeddedMongo;

/**
 * An import of members until its last row is acknowledged, beside the embedded store's own bulk
 * insert of documents of the same size. Each imported row is also published to Kafka and pulled
 * from its outbox meanwhile.
 */
final class ImportBenchmark {

  private static final int BATCH = 1_000;
  private static final double TARGET = 0.3;
  private static final long POLL_NANOS = 20_000_000;

  private final int rows;
  private final int rounds;

  ImportBenchmark(boolean quick) {
    this.rows = quick ? 20_000 : 100_000;
    this.rounds = quick ? 2 : 5;
  }

  Result run() throws IOException {
    var imported = new double[rounds];
    var inserted = new double[rounds];
    var ratios = new double[rounds];
    var folder = Files.createTempDirectory("sen-bench-store");
    try (var platform = Platform.start();
        var api = new Api(platform.gateway());
        var store = EmbeddedMongo.start(folder, 0)) {
      var province = Province.create(api);
      importOnce(api, province, "warm-up");
      insertOnce(store, "warmup");
      for (int round = 0; round < rounds; round++) {
        inserted[round] = rows / insertOnce(store, "round" + round);
        imported[round] = rows / importOnce(api, province, "round-" + round);
        ratios[round] = imported[round] / inserted[round];
      }
    } finally {
      Platform.delete(folder);
    }
    double ratio = median(ratios);
    return new Result(
        "import",
        "rows/s",
        median(imported),
        median(inserted),
        null,
        Map.of("ceiling", ratio),
        "≥ 0.3 of the store's bulk insert",
        ratio >= TARGET);
  }

  private double importOnce(Api api, Province province, String name) {
    var csv = new StringBuilder("unitCode,fullName,birthYear,memberType,joinedOn,joinKind\n");
    for (int i = 0; i < rows; i++) {
      csv.append(province.branchCodes().get(i % province.branchCodes().size()))
          .append(",Nguyễn Thị Số ")
          .append(i)
          .append(",")
          .append(1950 + i % 50)
          .append(",ORDINARY,2020-03-08,ADMITTED\n");
    }
    var path = "/api/membership/member-imports";
    var id =
        api.post(path + "?name=" + name, "text/csv", BodyPublishers.ofString(csv.toString()))
            .body()
            .path("id")
            .asString();
    await(api, path + "/" + id, "VALIDATED");
    long begun = System.nanoTime();
    api.post(path + "/" + id + "/execution", Map.of());
    await(api, path + "/" + id, "DONE");
    return (System.nanoTime() - begun) / 1e9;
  }

  private static void await(Api api, String path, String wanted) {
    for (; ; ) {
      var state = api.get(path).body().path("state").asString();
      if (state.equals(wanted)) {
        return;
      }
      if (state.equals("INVALID") || state.equals("FAILED")) {
        throw new IllegalStateException("The import ended as " + state);
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  private double insertOnce(EmbeddedMongo store, String name) {
    try (var client = MongoClients.create(store.connectionString())) {
      var collection = client.getDatabase("bench").getCollection(name);
      var text = "x".repeat(700);
      long begun = System.nanoTime();
      for (int i = 0; i < rows; i += BATCH) {
        var batch = new ArrayList<Document>(BATCH);
        for (int k = 0; k < BATCH; k++) {
          batch.add(new Document("_id", UUID.randomUUID().toString()).append("text", text));
        }
        collection.insertMany(batch, new InsertManyOptions().ordered(false));
      }
      return (System.nanoTime() - begun) / 1e9;
    }
  }

  private static double median(double[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}

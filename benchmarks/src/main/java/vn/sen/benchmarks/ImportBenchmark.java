package vn.sen.benchmarks;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.InsertManyOptions;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import vn.sen.benchmarks.server.Scratch;
import vn.sen.embedded.EmbeddedMongo;

/**
 * An import of members until its last row is acknowledged, beside the embedded store's own bulk
 * insert of documents of the same size. Each imported row is also published to Kafka and pulled
 * from its outbox meanwhile.
 */
final class ImportBenchmark implements Benchmark {

  private static final int BATCH = 1_000;
  private static final double TARGET = 0.3;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @Override
  public List<Result> run(Effort effort) throws IOException {
    int rows = effort.choose(100_000, 20_000);
    int rounds = effort.rounds();
    var imported = new double[rounds];
    var inserted = new double[rounds];
    try (var scratch = Scratch.create();
        var platform = Platform.start();
        var api = new Api(platform.gateway());
        var store = EmbeddedMongo.start(scratch.path(), 0)) {
      var province = Province.create(api);
      importOnce(api, province, "warm-up", rows);
      insertOnce(store, "warmup", rows);
      for (int round = 0; round < rounds; round++) {
        inserted[round] = rows / insertOnce(store, "round" + round, rows);
        imported[round] = rows / importOnce(api, province, "round-" + round, rows);
      }
    }
    double ratio = Sample.medianRatio(imported, inserted);
    return List.of(
        new Result(
            "import, until the last row is acknowledged",
            "rows/s",
            Sample.median(imported),
            Sample.median(inserted),
            null,
            Map.of("ceiling", ratio),
            "≥ 0.3 of the store's bulk insert",
            ratio >= TARGET));
  }

  private static double importOnce(Api api, Province province, String name, int rows) {
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
    Waiting.until(
        path + " is " + wanted,
        PATIENCE,
        () -> {
          var state = api.get(path).body().path("state").asString();
          if (state.equals("INVALID") || state.equals("FAILED")) {
            throw new IllegalStateException("The import ended as " + state);
          }
          return state.equals(wanted);
        });
  }

  private static double insertOnce(EmbeddedMongo store, String name, int rows) {
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
}

package vn.sen.benchmarks.command;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import vn.sen.benchmarks.Api;
import vn.sen.benchmarks.Benchmark;
import vn.sen.benchmarks.Effort;
import vn.sen.benchmarks.Province;
import vn.sen.benchmarks.Result;
import vn.sen.benchmarks.Sample;
import vn.sen.benchmarks.Waiting;
import vn.sen.benchmarks.server.Http;
import vn.sen.benchmarks.server.Servers;

/**
 * An import of members until its last row is acknowledged, beside the store's own bulk insert: of
 * the same documents with the same indexes, and of plain documents of the same size with none. Each
 * imported row is also published to Kafka and pulled from its outbox meanwhile.
 */
public final class ImportBenchmark implements Benchmark {

  private static final double TARGET = 0.3;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @Override
  public List<Result> run(Effort effort, Servers servers) throws IOException, InterruptedException {
    int rows = effort.choose(50_000, 5_000);
    int rounds = effort.rounds();
    var imported = new double[rounds];
    var inserted = new double[rounds];
    var plain = new double[rounds];
    try (var api = new Api(servers.membership().uri("/"), Http::token);
        var mongo = servers.mongo()) {
      var province = Province.known();
      importOnce(api, province, "warm-up", rows);
      var bare = new BareStore(mongo, mongo.getDatabase("sen_membership").getCollection("members"));
      bare.insert(rows);
      bare.insertPlain(rows);
      for (int round = 0; round < rounds; round++) {
        inserted[round] = bare.insert(rows);
        plain[round] = bare.insertPlain(rows);
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
            Map.of("ceiling", ratio, "plain documents", Sample.medianRatio(imported, plain)),
            "≥ 0.3 of the store's bulk insert",
            ratio >= TARGET));
  }

  private static double importOnce(Api api, Province province, String name, int rows) {
    var csv = new StringBuilder("unitCode,fullName,birthYear,memberType,joinedOn,joinKind\n");
    for (int i = 0; i < rows; i++) {
      csv.append(province.unitCodes().get(i % province.unitCodes().size()))
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
}

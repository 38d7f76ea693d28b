package vn.sen.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import vn.sen.benchmarks.server.Servers;

/**
 * From the accepted command to the figure in the report: one client registers a member and at once
 * reads the report with the token of her write, on an idle platform.
 */
final class FreshnessBenchmark implements Benchmark {

  private static final double TARGET_MILLIS = 150;

  @Override
  public List<Result> run(Effort effort, Servers servers) throws IOException {
    int warmUp = effort.choose(1_000, 50);
    var millis = new double[effort.choose(2_000, 100)];
    try (var platform = Platform.start();
        var api = new Api(platform.gateway(), platform.tokenOf("administrator"))) {
      var province = Province.enter(api);
      for (int i = 0; i < warmUp; i++) {
        sample(api, province, i);
      }
      for (int i = 0; i < millis.length; i++) {
        millis[i] = sample(api, province, warmUp + i);
      }
    }
    var sample = Sample.of(millis);
    double p99 = sample.quantile(0.99);
    return List.of(
        new Result(
            "command → figure, idle, through the gateway",
            "ms, p99",
            p99,
            null,
            null,
            Map.of("p50", sample.median()),
            "p99 < 150 ms",
            p99 < TARGET_MILLIS));
  }

  private static double sample(Api api, Province province, int number) {
    var accepted =
        api.post(
            "/api/membership/members",
            Map.of(
                "unitId", province.unitIds().get(number % province.unitIds().size()),
                "fullName", "Nguyễn Thị Mô Phỏng",
                "birthYear", 1980,
                "memberType", "ORDINARY",
                "joinedOn", "2023-03-08",
                "joinKind", "ADMITTED"));
    long begun = System.nanoTime();
    var report =
        api.get(
            "/api/reporting/membership?unit=54&asOf=2023-12-31&level=COMMUNE",
            "Sen-Consistency",
            accepted.consistency());
    double millis = (System.nanoTime() - begun) / 1e6;
    int members = report.body().path("total").path("members").asInt();
    if (members != number + 1) {
      throw new IllegalStateException(
          "The report shows %d members instead of %d".formatted(members, number + 1));
    }
    return millis;
  }
}

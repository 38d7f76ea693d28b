package vn.sen.benchmarks.rebuild;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.sen.benchmarks.Benchmark;
import vn.sen.benchmarks.Effort;
import vn.sen.benchmarks.Result;
import vn.sen.benchmarks.Sample;
import vn.sen.benchmarks.server.Scratch;
import vn.sen.benchmarks.server.Servers;
import vn.sen.embedded.EmbeddedMongo;

/**
 * The membership view rebuilt from a log in which each event is another member's, on the embedded
 * default, beside writing one small document for each and beside Kafka Streams.
 */
public final class DistinctBenchmark implements Benchmark {

  @Override
  public List<Result> run(Effort effort, Servers servers) throws IOException, InterruptedException {
    int rounds = effort.rounds();
    var inserted = new double[rounds];
    var sen = new double[rounds];
    var streams = new double[rounds];
    try (var scratch = Scratch.create();
        var store = EmbeddedMongo.start(scratch.resolve("store"), 0)) {
      var broker = servers.broker().address();
      var warm = MemberLog.write(broker, "distinct-warm", effort.choose(300_000, 40_000), 1);
      insert(warm, store);
      SenRebuild.seconds(warm, store);
      StreamsRebuild.seconds(warm, scratch.resolve("streams"), StreamsRebuild.OFTEN);
      var log = MemberLog.write(broker, "distinct", effort.choose(2_000_000, 120_000), 1);
      for (int round = 0; round < rounds; round++) {
        inserted[round] = log.events() / insert(log, store);
        sen[round] = log.events() / SenRebuild.seconds(log, store);
        streams[round] =
            log.events()
                / StreamsRebuild.seconds(log, scratch.resolve("streams"), StreamsRebuild.OFTEN);
      }
    }
    double ofCeiling = Sample.medianRatio(sen, inserted);
    double ofPeer = Sample.medianRatio(sen, streams);
    return List.of(
        new Result(
            "rebuild, each event another member",
            "events/s",
            Sample.median(sen),
            Sample.median(inserted),
            Sample.median(streams),
            Map.of("ceiling", ofCeiling, "peer", ofPeer),
            "≥ 0.6 of the ceiling or ≥ 2 × the peer",
            ofCeiling >= 0.6 || ofPeer >= 2));
  }

  private static double insert(MemberLog log, EmbeddedMongo store) {
    try (var client = SenRebuild.client(store)) {
      var database = client.getDatabase("insert-" + UUID.randomUUID());
      double seconds = Reading.pollParseAndInsert(log, database.getCollection("members"));
      database.drop();
      return seconds;
    }
  }
}

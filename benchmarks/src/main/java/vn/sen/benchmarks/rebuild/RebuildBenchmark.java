package vn.sen.benchmarks.rebuild;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import vn.sen.benchmarks.Benchmark;
import vn.sen.benchmarks.Effort;
import vn.sen.benchmarks.Result;
import vn.sen.benchmarks.Sample;
import vn.sen.benchmarks.server.Scratch;
import vn.sen.benchmarks.server.Servers;
import vn.sen.embedded.EmbeddedMongo;

/**
 * The membership view rebuilt from its log, beside polling and parsing alone and beside Kafka
 * Streams.
 */
public final class RebuildBenchmark implements Benchmark {

  private static final int EVENTS_EACH = 40;
  private static final String SELDOM = "peer that commits every second";

  @Override
  public List<Result> run(Effort effort, Servers servers) throws IOException, InterruptedException {
    int members = effort.choose(50_000, 4_000);
    int rounds = effort.rounds();
    var read = new double[rounds];
    var memory = new double[rounds];
    var disk = new double[rounds];
    var streams = new double[rounds];
    var seldom = new double[rounds];
    try (var scratch = Scratch.create();
        var inMemory = EmbeddedMongo.inMemory();
        var onDisk = EmbeddedMongo.start(scratch.resolve("store"), 0)) {
      var broker = servers.broker().address();
      var warm = MemberLog.write(broker, "rebuild-warm", effort.choose(10_000, 1_500), EVENTS_EACH);
      Reading.pollAndParse(warm);
      SenRebuild.seconds(warm, inMemory);
      SenRebuild.seconds(warm, onDisk);
      var folder = scratch.resolve("streams");
      StreamsRebuild.seconds(warm, folder, StreamsRebuild.OFTEN);
      var log = MemberLog.write(broker, "rebuild", members, EVENTS_EACH);
      for (int round = 0; round < rounds; round++) {
        read[round] = log.events() / Reading.pollAndParse(log);
        memory[round] = log.events() / SenRebuild.seconds(log, inMemory);
        disk[round] = log.events() / SenRebuild.seconds(log, onDisk);
        streams[round] = log.events() / StreamsRebuild.seconds(log, folder, StreamsRebuild.OFTEN);
        seldom[round] = log.events() / StreamsRebuild.seconds(log, folder, StreamsRebuild.SELDOM);
      }
    }
    double ofCeiling = Sample.medianRatio(memory, read);
    double ofPeer = Sample.medianRatio(memory, streams);
    double diskOfPeer = Sample.medianRatio(disk, streams);
    return List.of(
        new Result(
            "rebuild, memory store",
            "events/s",
            Sample.median(memory),
            Sample.median(read),
            Sample.median(streams),
            Map.of(
                "ceiling", ofCeiling, "peer", ofPeer, SELDOM, Sample.medianRatio(memory, seldom)),
            "≥ 0.4 of the ceiling, ≥ 4 × the peer",
            ofCeiling >= 0.4 && ofPeer >= 4),
        new Result(
            "rebuild, embedded default",
            "events/s",
            Sample.median(disk),
            Sample.median(read),
            Sample.median(streams),
            Map.of(
                "ceiling",
                Sample.medianRatio(disk, read),
                "peer",
                diskOfPeer,
                SELDOM,
                Sample.medianRatio(disk, seldom)),
            "≥ 2 × the peer",
            diskOfPeer >= 2));
  }
}

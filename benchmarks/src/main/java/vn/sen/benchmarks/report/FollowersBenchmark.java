package vn.sen.benchmarks.report;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.benchmarks.Benchmark;
import vn.sen.benchmarks.Effort;
import vn.sen.benchmarks.Result;
import vn.sen.benchmarks.Sample;
import vn.sen.benchmarks.Waiting;
import vn.sen.benchmarks.rebuild.MemberHistory;
import vn.sen.benchmarks.server.Http;
import vn.sen.benchmarks.server.Readers;
import vn.sen.benchmarks.server.Servers;
import vn.sen.events.Topic;

/**
 * From an event's being sent to the figure's reaching each of two hundred followers of a report,
 * while 2,000 events a second flow in. Each event adds one member; the event with a number has
 * reached a follower when she has been told of that many.
 */
public final class FollowersBenchmark implements Benchmark {

  private static final int FOLLOWERS = 200;
  private static final int EVENTS_PER_SECOND = 2_000;
  private static final double TARGET_MILLIS = 1_000;
  private static final int FIRST_MEMBER = 10_000_000;
  private static final long STILL_NANOS = 1_000_000_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String REPORT =
      "/api/reporting/membership?unit=54&asOf=2023-12-31&level=COMMUNE";

  @Override
  public List<Result> run(Effort effort, Servers servers) throws IOException, InterruptedException {
    servers.writeMembers();
    var report = servers.reporting().uri(REPORT);
    var streams = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    var followers = new ArrayList<ReportFollower>();
    try (var http = new Http(1);
        var producer = producer(servers.broker().address())) {
      Waiting.until(
          "the report knows the province", PATIENCE, () -> http.get(report).status() == 200);
      for (int i = 0; i < FOLLOWERS; i++) {
        followers.add(new ReportFollower(streams, report));
      }
      var run = new Run(http, report, followers, producer, effort.choose(15, 5));
      run.round();
      var p99 = new double[effort.rounds()];
      var median = new double[effort.rounds()];
      for (int round = 0; round < p99.length; round++) {
        var slowest = run.round();
        p99[round] = slowest.quantile(0.99);
        median[round] = slowest.median();
      }
      return List.of(result(Sample.median(p99), Sample.median(median)));
    } finally {
      followers.forEach(ReportFollower::close);
      streams.shutdownNow();
    }
  }

  private static Result result(double p99, double median) {
    return new Result(
        "2,000 events/s → each of 200 followers",
        "ms, p99",
        p99,
        null,
        null,
        Map.of("p50", median),
        "≤ 1 s for the slowest follower",
        p99 <= TARGET_MILLIS);
  }

  private static KafkaProducer<byte[], byte[]> producer(String bootstrap) {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            ProducerConfig.COMPRESSION_TYPE_CONFIG,
            "lz4"),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  /** Rounds on one set of servers. */
  private static final class Run {
    private final Http http;
    private final URI report;
    private final List<ReportFollower> followers;
    private final KafkaProducer<byte[], byte[]> producer;
    private final int seconds;
    private int nextMember = FIRST_MEMBER;

    Run(
        Http http,
        URI report,
        List<ReportFollower> followers,
        KafkaProducer<byte[], byte[]> producer,
        int seconds) {
      this.http = http;
      this.report = report;
      this.followers = followers;
      this.producer = producer;
      this.seconds = seconds;
    }

    /** The milliseconds of all events to the follower whose 99th percentile is the highest. */
    Sample round() throws InterruptedException {
      long before = settled();
      awaitTold(before);
      followers.forEach(ReportFollower::forget);
      var sent = send();
      awaitTold(before + sent.length);
      return followers.stream()
          .map(follower -> delays(follower, before, sent))
          .max((one, other) -> Double.compare(one.quantile(0.99), other.quantile(0.99)))
          .orElseThrow();
    }

    private void awaitTold(long members) {
      Waiting.until(
          "all have been told of " + members,
          PATIENCE,
          () -> followers.stream().allMatch(follower -> follower.lastTold() == members));
    }

    /** How many members there are when nothing flows in any more. */
    private long settled() {
      var seen = new long[] {-1, System.nanoTime()};
      Waiting.until(
          "the figures stand still",
          PATIENCE,
          () -> {
            long members = members();
            if (members != seen[0]) {
              seen[0] = members;
              seen[1] = System.nanoTime();
            }
            return System.nanoTime() - seen[1] > STILL_NANOS;
          });
      return seen[0];
    }

    private long members() {
      var answer = JsonMapper.shared().readTree(http.get(report).required().body());
      return answer.path("total").path("members").asLong();
    }

    /** Sends at an even pace; tells when each was sent. */
    private long[] send() {
      var sent = new long[EVENTS_PER_SECOND * seconds];
      long begun = System.nanoTime();
      for (int i = 0; i < sent.length; i++) {
        Readers.waitUntil(begun + i * 1_000_000_000L / EVENTS_PER_SECOND);
        sent[i] = System.nanoTime();
        producer.send(MemberHistory.event(nextMember++, 1).toProducerRecord(Topic.MEMBERS.name()));
      }
      return sent;
    }

    private static Sample delays(ReportFollower follower, long before, long[] sent) {
      var millis = new double[sent.length];
      int event = 0;
      for (var told : follower.told()) {
        for (; event < sent.length && told.members() >= before + event + 1; event++) {
          millis[event] = (told.at() - sent[event]) / 1e6;
        }
      }
      return Sample.of(millis);
    }
  }
}

package vn.sen.gateway.problem;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Counts the requests that nobody but the gateway refuses, and logs the first of a kind and then
 * not more than one line a minute, so that an attacker fills no log. The audit trail begins behind
 * the gateway: here nobody is known who could be put on record.
 */
@Component
final class RefusedRequests {

  private static final Logger LOG = LoggerFactory.getLogger(RefusedRequests.class);
  private static final long QUIET = Duration.ofMinutes(1).toNanos();

  private final MeterRegistry meters;
  private final Map<Problem, Tally> tallies = new EnumMap<>(Problem.class);

  /** Refusals of one kind since the last line. */
  private static final class Tally {
    private long times;
    private long toldAt = System.nanoTime() - QUIET;
  }

  RefusedRequests(MeterRegistry meters) {
    this.meters = meters;
  }

  void count(Problem problem) {
    meters.counter("gateway.refused", "problem", problem.slug()).increment();
    long times = toTell(problem);
    if (times > 0) {
      LOG.atWarn()
          .addKeyValue("problem", problem.slug())
          .addKeyValue("status", problem.status().value())
          .addKeyValue("times", times)
          .log("Refused: {}, {} since the last such line", problem.slug(), times);
    }
  }

  private synchronized long toTell(Problem problem) {
    var tally = tallies.computeIfAbsent(problem, _ -> new Tally());
    tally.times++;
    long now = System.nanoTime();
    if (now - tally.toldAt < QUIET) {
      return 0;
    }
    long times = tally.times;
    tally.times = 0;
    tally.toldAt = now;
    return times;
  }
}

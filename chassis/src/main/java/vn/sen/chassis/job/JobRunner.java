package vn.sen.chassis.job;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.chassis.relay.RelayProperties;

/**
 * Works on jobs in the background, one after the other. A job whose instance was killed is taken
 * over when its beat stood still for a while on this instance's monotonic clock; what is done twice
 * then is recognised by its ids. What time may heal is tried again; what a rule refuses for good is
 * not.
 */
public final class JobRunner implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final Duration GONE_AFTER = Duration.ofSeconds(10);
  private static final int MAX_FAILURES = 5;

  private final String name;
  private final Jobs jobs;
  private final String me;
  private final Duration goneAfter;
  private final Semaphore wakeUp = new Semaphore(0);
  private final Sightings sightings = new Sightings();
  private final Map<UUID, Integer> failures = new HashMap<>();
  private volatile boolean running;
  private @Nullable Thread thread;

  /**
   * @param name what the jobs are, for logs
   * @param relay names the instance
   */
  public JobRunner(String name, Jobs jobs, RelayProperties relay) {
    this(
        name,
        jobs,
        relay.instance().isEmpty() ? UUID.randomUUID().toString() : relay.instance(),
        GONE_AFTER);
  }

  /**
   * @param me the instance; one of the same name goes on at once with what it has left
   * @param goneAfter for so long without a beat another instance is believed to live
   */
  public JobRunner(String name, Jobs jobs, String me, Duration goneAfter) {
    this.name = name;
    this.jobs = jobs;
    this.me = me;
    this.goneAfter = goneAfter;
  }

  /** There is something to do. */
  public void wake() {
    wakeUp.release();
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofVirtual().name(name).start(this::work);
  }

  @Override
  public void stop() {
    running = false;
    var worker = thread;
    if (worker != null) {
      worker.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void work() {
    while (running) {
      try {
        if (wakeUp.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
          wakeUp.drainPermits();
        }
        jobs.tidy();
        free(jobs.waiting()).forEach(this::take);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (MongoException e) {
        LOG.warn("Database away, {} wait: {}", name, e.getMessage());
      } catch (RuntimeException e) {
        // nobody would start this thread again
        LOG.error("Looking for {} failed", name, e);
      }
    }
  }

  /** What nobody works on, and what an instance has left that is believed to be gone. */
  private List<Claim> free(List<Claim> waiting) {
    var beats =
        waiting.stream()
            .filter(claim -> !isMine(claim))
            .collect(Collectors.toMap(Claim::id, Claim::beat));
    var left = sightings.still(goneAfter, beats);
    return waiting.stream().filter(c -> isMine(c) || left.containsKey(c.id())).toList();
  }

  private boolean isMine(Claim claim) {
    return claim.owner() == null || claim.owner().equals(me);
  }

  private void take(Claim claim) {
    if (!running || !jobs.claim(claim, me)) {
      return;
    }
    try {
      jobs.work(claim.id(), me);
      failures.remove(claim.id());
    } catch (MongoException e) {
      waits(claim.id(), e);
    } catch (RuleViolation e) {
      if (e.passes()) {
        waits(claim.id(), e);
      } else {
        refused(claim.id(), e);
      }
    } catch (RuntimeException e) {
      failed(claim.id(), e);
    }
  }

  private void waits(UUID job, RuntimeException cause) {
    LOG.warn("{}: {} waits and goes on later: {}", name, job, cause.toString());
  }

  private void refused(UUID job, RuleViolation cause) {
    LOG.error("{}: {} is refused: {}", name, job, cause.rule(), cause);
    failures.remove(job);
    jobs.refused(job, cause.rule());
  }

  private void failed(UUID job, RuntimeException cause) {
    LOG.error("{}: {} failed", name, job, cause);
    if (failures.merge(job, 1, Integer::sum) >= MAX_FAILURES) {
      failures.remove(job);
      jobs.giveUp(job);
    }
  }
}

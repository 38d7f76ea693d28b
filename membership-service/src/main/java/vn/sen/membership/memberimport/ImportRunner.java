package vn.sen.membership.memberimport;

import com.mongodb.MongoException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.chassis.relay.RelayProperties;
import vn.sen.membership.memberimport.ImportStore.Claim;

/**
 * Works on imports in the background, one after the other. An import whose instance was killed is
 * taken over when its beat stood still for a while on this instance's monotonic clock; what is done
 * twice then is recognised by its ids.
 */
@Component
class ImportRunner implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final Duration GONE_AFTER = Duration.ofSeconds(10);
  private static final Duration BROKEN_UPLOAD_AFTER = Duration.ofHours(1);

  /** Rows of people are not kept for an officer who never comes back to them. */
  private static final Duration EXPIRES_AFTER = Duration.ofDays(30);

  private static final int MAX_FAILURES = 5;

  private final ImportStore store;
  private final DryRun dryRun;
  private final RealRun realRun;
  private final String me;
  private final Semaphore wakeUp = new Semaphore(0);
  private final Map<UUID, Sighting> sightings = new HashMap<>();
  private final Map<UUID, Integer> failures = new HashMap<>();
  private volatile boolean running;
  private @Nullable Thread thread;

  ImportRunner(ImportStore store, DryRun dryRun, RealRun realRun, RelayProperties relay) {
    this.store = store;
    this.dryRun = dryRun;
    this.realRun = realRun;
    this.me = relay.instance().isEmpty() ? UUID.randomUUID().toString() : relay.instance();
  }

  /** There is something to do. */
  void wake() {
    wakeUp.release();
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofVirtual().name("member-imports").start(this::work);
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
        store.discardBrokenUploads(Instant.now().minus(BROKEN_UPLOAD_AFTER));
        store.expire(Instant.now().minus(EXPIRES_AFTER));
        store.waiting().stream().filter(this::isFree).forEach(this::take);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (MongoException e) {
        LOG.warn("Database away, imports wait: {}", e.getMessage());
      }
    }
  }

  private boolean isFree(Claim claim) {
    var owner = claim.owner();
    if (owner == null || owner.equals(me)) {
      return true;
    }
    long now = System.nanoTime();
    var seen = sightings.get(claim.id());
    if (seen == null || seen.beat() != claim.beat()) {
      sightings.put(claim.id(), new Sighting(claim.beat(), now));
      return false;
    }
    return now - seen.since() > GONE_AFTER.toNanos();
  }

  private void take(Claim claim) {
    if (!running || !store.claim(claim, me)) {
      return;
    }
    var found = store.find(claim.id()).orElse(null);
    if (found == null) {
      return;
    }
    try {
      switch (found.state()) {
        case VALIDATING -> dryRun.run(found, me);
        case RUNNING -> realRun.run(found, me);
        default -> LOG.debug("Import {} has moved on meanwhile", found.id());
      }
      failures.remove(found.id());
    } catch (MongoException | RuleViolation e) {
      LOG.warn("Import {} waits and goes on later: {}", found.id(), e.toString());
    } catch (RuntimeException e) {
      failed(found, e);
    }
  }

  private void failed(MemberImport found, RuntimeException cause) {
    LOG.error("Import {} failed", found.id(), cause);
    if (failures.merge(found.id(), 1, Integer::sum) >= MAX_FAILURES) {
      store.move(found.id(), found.state(), ImportState.FAILED);
    }
  }

  /** A beat and when, on this process's monotonic clock, it was first seen. */
  private record Sighting(long beat, long since) {}
}

package vn.sen.membership.memberimport;

import com.mongodb.MongoException;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.chassis.store.AggregateStore;

/**
 * Works on approved withdrawals in the background, one after the other, whichever instance approved
 * them: what an instance has begun and left, any other one goes on with.
 */
@Component
class WithdrawalRunner implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(WithdrawalRunner.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

  private final AggregateStore<Withdrawal> store;
  private final WithdrawalRun run;
  private final Semaphore wakeUp = new Semaphore(0);
  private volatile boolean running;
  private @Nullable Thread thread;

  WithdrawalRunner(AggregateStore<Withdrawal> store, WithdrawalRun run) {
    this.store = store;
    this.run = run;
  }

  /** There is something to do. */
  void wake() {
    wakeUp.release();
  }

  private void work() {
    while (running) {
      try {
        if (wakeUp.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
          wakeUp.drainPermits();
        }
        workOnAll();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (MongoException e) {
        LOG.warn("Database away, withdrawals wait: {}", e.getMessage());
      }
    }
  }

  private void workOnAll() {
    var approved =
        Filters.eq("ix." + WithdrawalConfiguration.STATE, Withdrawal.State.RUNNING.name());
    for (var document : store.documents().find(approved).into(new ArrayList<>())) {
      var found = store.stored(document);
      if (running && found.state() instanceof Withdrawal.Running approvedOne) {
        try {
          run.run(found.id(), approvedOne);
        } catch (MongoException | RuleViolation e) {
          LOG.warn("Withdrawal {} waits and goes on later: {}", found.id(), e.toString());
        } catch (RuntimeException e) {
          LOG.error("Withdrawal {} failed and is tried again", found.id(), e);
        }
      }
    }
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofVirtual().name("import-withdrawals").start(this::work);
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
}

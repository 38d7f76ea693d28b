package vn.sen.membership.transfer;

import com.mongodb.MongoException;
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.membership.orgunit.Units;

/**
 * Hands requests that were not answered in time to the units' common superior. Every instance
 * looks; a request that two of them find is handed on once.
 */
@Component
class TransferDeadlines implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(TransferDeadlines.class);
  private static final Duration LOOK_EVERY = Duration.ofMinutes(10);
  private static final String PROCESS = "membership.transfer-deadlines";

  private final AggregateStore<TransferRequest> store;
  private final Units units;
  private final Clock clock;
  private volatile CountDownLatch stopped = new CountDownLatch(0);
  private @Nullable Thread thread;

  TransferDeadlines(AggregateStore<TransferRequest> store, Units units, Clock clock) {
    this.store = store;
    this.units = units;
    this.clock = clock;
  }

  /** Hands on what is due today. */
  void escalateDue() {
    var today = LocalDate.now(clock);
    var due =
        store
            .documents()
            .find(Filters.lt("ix." + TransferConfiguration.ANSWER_BY, today.toString()));
    for (var document : due.into(new ArrayList<>())) {
      var id = document.get("_id", UUID.class);
      var by = CommandContext.process(PROCESS, id.toString());
      store.change(id, by, request -> request.escalate(units.map(), today));
    }
  }

  private void work() {
    try {
      do {
        try {
          escalateDue();
        } catch (MongoException | RuleViolation e) {
          LOG.warn("Requests for members wait: {}", e.toString());
        } catch (RuntimeException e) {
          LOG.error("Requests for members are not handed on", e);
        }
      } while (!stopped.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void start() {
    stopped = new CountDownLatch(1);
    thread = Thread.ofVirtual().name("transfer-deadlines").start(this::work);
  }

  @Override
  public void stop() {
    stopped.countDown();
    var worker = thread;
    if (worker != null) {
      worker.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return stopped.getCount() > 0;
  }
}

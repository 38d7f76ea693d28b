package vn.sen.chassis.relay;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes published events out of their documents, in bulk. What it has not taken out when it ends is
 * published again.
 */
final class Puller implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Puller.class);
  private static final int BATCH = 2_000;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  /** An event that the broker has acknowledged and that is still in its document. */
  record Published(Lane lane, String eventId) {}

  private final BooleanSupplier running;
  private final BlockingQueue<Published> published = new LinkedBlockingQueue<>();

  Puller(BooleanSupplier running) {
    this.running = running;
  }

  /** The broker has acknowledged an event. */
  void published(Lane lane, String eventId) {
    published.add(new Published(lane, eventId));
  }

  @Override
  public void run() {
    var batch = new ArrayList<Published>();
    while (running.getAsBoolean()) {
      try {
        if (batch.isEmpty()) {
          batch.add(published.take());
          published.drainTo(batch, BATCH);
        }
        pull(batch);
      } catch (InterruptedException e) {
        if (running.getAsBoolean()) {
          LOG.warn("The relay's puller was interrupted and goes on");
        }
      } catch (MongoException e) {
        LOG.warn("Published events not pulled yet, tried again: {}", e.getMessage());
        LockSupport.parkNanos(RETRY_AFTER.toNanos());
      } catch (RuntimeException e) {
        // nobody would start this thread again
        LOG.error("Published events not pulled, tried again", e);
        LockSupport.parkNanos(RETRY_AFTER.toNanos());
      }
    }
  }

  /** Takes what it has pulled out of the batch: another outbox's failure must not repeat it. */
  private static void pull(List<Published> batch) {
    var byOutbox = batch.stream().collect(Collectors.groupingBy(p -> p.lane().outbox()));
    byOutbox.forEach(
        (outbox, events) -> {
          outbox.pull(events);
          batch.removeIf(p -> p.lane().outbox() == outbox);
        });
  }
}

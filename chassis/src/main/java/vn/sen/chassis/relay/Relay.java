package vn.sen.chassis.relay;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.sen.events.Topic;

/**
 * Publishes what the outboxes of this service hold. A command's write wakes it; a sweep finds what
 * a crash left or another instance wrote. Many aggregates are in flight at once, each with one
 * event at a time; a published event is pulled from its document afterwards, in bulk. A crash in
 * between publishes it again, which consumers recognise by its sequence.
 */
public final class Relay implements SmartLifecycle {

  static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
  private static final Duration UPKEEP_EVERY = Duration.ofMillis(100);

  /**
   * A sweep reads all that waits. It rests so many times as long as it took, so that under a
   * backlog it leaves the store to the pulls that shrink it.
   */
  private static final int SWEEP_REST = 3;

  private static final Duration BULK_PATIENCE = Duration.ofMinutes(5);

  private final RelayProperties properties;
  private final TopicCheck topicCheck;
  private final ProducerFactory producers;
  private final Leases leases;
  private final Timer publishing;
  private final List<Outbox> outboxes = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Lane> ready = new LinkedBlockingQueue<>();
  private final Puller puller = new Puller(this::isRunning);
  private final AtomicLong backlog = new AtomicLong();
  private final ReentrantLock roomLock = new ReentrantLock();
  private final Condition room = roomLock.newCondition();
  private volatile long progressAt = System.nanoTime();
  private volatile boolean running;
  private long renewAt = System.nanoTime();
  private long sweepAt = System.nanoTime();
  private volatile @Nullable Producer<byte[], byte[]> producer;
  private @Nullable ScheduledExecutorService upkeep;
  private List<Thread> threads = List.of();

  /** Makes a Kafka producer; a new one is asked for when one has failed for good. */
  @FunctionalInterface
  public interface ProducerFactory {
    Producer<byte[], byte[]> create();
  }

  public Relay(
      MongoDatabase database,
      ProducerFactory producers,
      TopicCheck topicCheck,
      RelayProperties properties,
      MeterRegistry meters) {
    this.properties = properties;
    this.topicCheck = topicCheck;
    this.producers = producers;
    var me = properties.instance().isEmpty() ? UUID.randomUUID().toString() : properties.instance();
    this.leases = new Leases(database, me, properties.lease(), System::nanoTime);
    this.publishing = meters.timer("outbox.relay.publish");
    Gauge.builder("outbox.relay.backlog", backlog, AtomicLong::get).register(meters);
    Gauge.builder("outbox.relay.oldest.age", this, r -> r.oldestAge().toMillis() / 1000.0)
        .baseUnit("seconds")
        .register(meters);
  }

  /**
   * Takes over the outboxes of one kind of aggregate.
   *
   * @param ofKind selects the kind within its collection
   * @param pending reads the outbox of a document
   */
  public Outbox open(
      Topic topic,
      MongoCollection<Document> collection,
      Bson ofKind,
      Function<Document, List<PendingEvent>> pending) {
    return opened(new Outbox(this, topic, collection, ofKind, pending, false));
  }

  /**
   * Takes over a collection of envelopes: documents that hold one event, of an aggregate that has
   * no other, and are gone when it is published.
   */
  public Outbox openEnvelopes(
      Topic topic,
      MongoCollection<Document> collection,
      Function<Document, List<PendingEvent>> pending) {
    return opened(new Outbox(this, topic, collection, Filters.empty(), pending, true));
  }

  private Outbox opened(Outbox outbox) {
    outboxes.add(outbox);
    return outbox;
  }

  /** Events that wait in this instance. */
  public long backlog() {
    return backlog.get();
  }

  /** For how long nothing got through although something waits; zero if nothing waits. */
  public Duration stalled() {
    return backlog.get() == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - progressAt);
  }

  /** How long ago the oldest waiting event was recorded. */
  public Duration oldestAge() {
    long oldest =
        outboxes.stream()
            .flatMap(o -> o.lanes().stream())
            .mapToLong(Lane::oldest)
            .min()
            .orElse(Long.MAX_VALUE);
    return oldest == Long.MAX_VALUE
        ? Duration.ZERO
        : Duration.between(Instant.ofEpochMilli(oldest), Instant.now());
  }

  boolean holds(int bucket) {
    return leases.holds(bucket);
  }

  void enqueued(Lane lane, int events) {
    if (events > 0) {
      if (backlog.getAndAdd(events) == 0) {
        progressAt = System.nanoTime();
      }
      ready.add(lane);
    }
  }

  void requireRoom() {
    if (backlog.get() >= properties.capacity()) {
      throw new OutboxFull();
    }
  }

  void awaitRoom() {
    roomLock.lock();
    try {
      long patience = BULK_PATIENCE.toNanos();
      while (backlog.get() >= properties.bulkCapacity()) {
        if (patience <= 0) {
          throw new OutboxFull();
        }
        patience = room.awaitNanos(patience);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OutboxFull();
    } finally {
      roomLock.unlock();
    }
  }

  @Override
  public void start() {
    if (outboxes.isEmpty()) {
      return;
    }
    topicCheck.ensure(outboxes.stream().map(Outbox::topic).distinct().toList());
    producer = producers.create();
    running = true;
    threads =
        List.of(
            Thread.ofPlatform().name("relay-send").start(this::sendLoop),
            Thread.ofPlatform().name("relay-pull").start(puller));
    upkeep =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("relay-upkeep").factory());
    upkeep.scheduleWithFixedDelay(this::upkeep, 0, UPKEEP_EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() {
    running = false;
    if (upkeep != null) {
      upkeep.shutdownNow();
    }
    threads.forEach(Thread::interrupt);
    var current = producer;
    if (current != null) {
      current.close(Duration.ofSeconds(5));
    }
    if (!threads.isEmpty()) {
      try {
        leases.release();
      } catch (MongoException e) {
        LOG.info("Leases not released, they will run out: {}", e.getMessage());
      }
    }
    threads = List.of();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Starts before and stops after the web server, so that no command finds it missing. */
  @Override
  public int getPhase() {
    return 0;
  }

  private void upkeep() {
    try {
      long now = System.nanoTime();
      if (now - renewAt >= 0) {
        renewAt = now + properties.lease().toNanos() / 4;
        renew();
      }
      if (now - sweepAt >= 0) {
        sweep(leases.held());
        sweepAt = System.nanoTime() + restAfter(System.nanoTime() - now);
      }
    } catch (MongoException e) {
      LOG.warn("Database away, the relay tries again: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("The relay's upkeep failed and is tried again", e);
    }
  }

  /**
   * What others write is to be found soon. Alone, there is only what was written without an answer,
   * which no event that is stuck may keep from being found.
   */
  private long restAfter(long took) {
    long rest = took * SWEEP_REST;
    if (leases.hasOthers()) {
      return rest;
    }
    long lease = properties.lease().toNanos();
    return Math.max(rest, backlog.get() == 0 ? lease / 4 : lease);
  }

  private void renew() {
    var changes = leases.renew();
    if (!changes.lost().isEmpty()) {
      lanes().filter(lane -> changes.lost().contains(lane.bucket())).forEach(this::abandon);
    }
    if (!changes.acquired().isEmpty()) {
      LOG.info("Relay holds {} of {} buckets", leases.held().size(), PendingEvent.BUCKETS);
      sweep(changes.acquired());
    }
    // lanes that had to wait for the lease, and those whose wake-up is lost
    lanes().filter(Lane::isWaiting).forEach(ready::add);
  }

  private void abandon(Lane lane) {
    drained(lane.abandon());
    lane.outbox().forgetIfIdle(lane);
  }

  private void sweep(Collection<Integer> buckets) {
    if (!buckets.isEmpty()) {
      outboxes.forEach(outbox -> outbox.sweep(buckets));
    }
  }

  private Stream<Lane> lanes() {
    return outboxes.stream().flatMap(outbox -> outbox.lanes().stream());
  }

  private void sendLoop() {
    while (running) {
      try {
        send(ready.take());
      } catch (InterruptedException | InterruptException e) {
        if (running) {
          LOG.warn("The relay's sender was interrupted and goes on");
        }
      } catch (KafkaException e) {
        LOG.warn("No producer can be made now, the next event tries again: {}", e.toString());
      }
    }
  }

  private void send(Lane lane) {
    if (!leases.holds(lane.bucket())) {
      return;
    }
    var event = lane.next();
    if (event == null) {
      return;
    }
    try {
      producer()
          .send(
              event.record().toProducerRecord(lane.outbox().topic().name()),
              (metadata, failure) -> sent(lane, event, failure));
    } catch (InterruptException e) {
      lane.failed();
      throw e;
    } catch (RuntimeException e) {
      sent(lane, event, e);
      replaceProducer();
    }
  }

  private void sent(Lane lane, PendingEvent event, @Nullable Exception failure) {
    if (failure == null) {
      lane.acknowledged();
      progressAt = System.nanoTime();
      publishing.record(Duration.between(event.record().time(), Instant.now()).abs());
      puller.published(lane, event.record().id());
      drained(1);
      ready.add(lane);
    } else {
      lane.failed();
      if (running) {
        LOG.warn(
            "Event {} of {} not published, it waits: {}",
            event.record().id(),
            lane.outbox().topic().name(),
            failure.toString());
        retryLater(lane);
      }
    }
  }

  private void retryLater(Lane lane) {
    var executor = upkeep;
    if (executor != null && !executor.isShutdown()) {
      executor.schedule(() -> ready.add(lane), RETRY_AFTER.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void drained(long events) {
    if (backlog.addAndGet(-events) < properties.bulkCapacity()) {
      roomLock.lock();
      try {
        room.signalAll();
      } finally {
        roomLock.unlock();
      }
    }
  }

  private Producer<byte[], byte[]> producer() {
    var current = producer;
    if (current == null) {
      throw new IllegalStateException("The relay is not started");
    }
    return current;
  }

  private void replaceProducer() {
    producer().close(Duration.ZERO);
    var fresh = producers.create();
    producer = fresh;
    if (!running) {
      // who stops the relay may have closed the former one
      fresh.close(Duration.ZERO);
    }
  }
}

package vn.sen.chassis.org;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventRecord;
import vn.sen.events.MalformedEventException;
import vn.sen.events.UnknownEventException;
import vn.sen.events.membership.MembershipEvents;

/**
 * Keeps an instance's map of the org units up to date: reads their topic from the beginning at
 * every start, without a consumer group and without a store. Failures are waited out for as long as
 * they last; the map stays usable as it was.
 *
 * <p>A record that cannot be read is passed over and logged; where its aggregate is known, that
 * aggregate's later events wait behind the gap it leaves, until a version that can read it starts.
 */
public final class OrgFollower implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(OrgFollower.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;

  private final String bootstrapServers;
  private final String topic;
  private final OrgFacts facts = new OrgFacts();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private volatile boolean caughtUp;
  private volatile long unreadable;
  private volatile @Nullable Following following;

  /**
   * @param bootstrapServers host:port, comma separated
   * @param topic the topic of units and redrawings
   */
  public OrgFollower(String bootstrapServers, String topic) {
    this.bootstrapServers = bootstrapServers;
    this.topic = topic;
  }

  /** The map as known now, complete or not. */
  OrgMap current() {
    return facts.map();
  }

  /**
   * The map as known now. Whatever is decided on it waits until it was read to its end once, or the
   * decision would rest on the units that happen to be there already.
   *
   * @throws MapLoading before that (503)
   */
  public OrgMap map() {
    if (!caughtUp) {
      throw new MapLoading();
    }
    return facts.map();
  }

  /**
   * Takes note of an event of this instance's own, so that the next command sees it before the
   * broker echoes it.
   */
  public void apply(UUID subject, long sequence, DomainEvent event) {
    if (facts.apply(subject, sequence, event)) {
      signal();
    }
  }

  /** The last version of the unit or redrawing that the map contains, 0 if none. */
  public long seen(UUID subject) {
    return facts.seen(subject);
  }

  /** Whether the topic has been read once up to where it ended at the start. */
  public boolean caughtUp() {
    return caughtUp;
  }

  /**
   * Waits until the map contains a version of a unit or redrawing.
   *
   * @return false if the time ran out first
   * @throws InterruptedException if interrupted while waiting
   */
  public boolean awaitSeen(UUID subject, long sequence, Duration timeout)
      throws InterruptedException {
    long left = timeout.toNanos();
    lock.lockInterruptibly();
    try {
      while (facts.seen(subject) < sequence) {
        if (left <= 0) {
          return false;
        }
        left = changed.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** How many events wait for a predecessor. */
  int waiting() {
    return facts.waiting();
  }

  /** How many records could not be read since the start. */
  long unreadable() {
    return unreadable;
  }

  private void signal() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public synchronized void start() {
    if (following == null) {
      var begun = new Following();
      following = begun;
      begun.thread.start();
    }
  }

  @Override
  public synchronized void stop() {
    var running = following;
    if (running != null) {
      running.stop();
      following = null;
    }
  }

  @Override
  public boolean isRunning() {
    return following != null;
  }

  /** Before anything that answers requests. */
  @Override
  public int getPhase() {
    return 0;
  }

  private Consumer<byte[], byte[]> newConsumer() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "none",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false,
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            5_000),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  /** One run from start to stop, with its own thread. */
  private final class Following {
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread =
        Thread.ofPlatform().daemon().name("org-follower").unstarted(this::run);
    private volatile @Nullable Consumer<byte[], byte[]> consumer;
    private long pauseMillis = FIRST_PAUSE_MILLIS;

    void stop() {
      stopped.countDown();
      var reading = consumer;
      if (reading != null) {
        reading.wakeup();
      }
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private boolean goesOn() {
      return stopped.getCount() > 0;
    }

    private void run() {
      while (goesOn()) {
        try (var reading = newConsumer()) {
          consumer = reading;
          follow(reading);
        } catch (WakeupException | InterruptException e) {
          LOG.debug("Told to stop", e);
        } catch (KafkaException e) {
          LOG.warn("Reading {} failed; starting over in {} ms", topic, pauseMillis, e);
          pause();
        } finally {
          consumer = null;
        }
      }
    }

    private void follow(Consumer<byte[], byte[]> reading) {
      var partitions = partitions(reading);
      while (partitions.isEmpty()) {
        pause();
        if (!goesOn()) {
          return;
        }
        partitions = partitions(reading);
      }
      reading.assign(partitions);
      reading.seekToBeginning(partitions);
      var ends = reading.endOffsets(partitions);
      while (goesOn()) {
        reading.poll(POLL).forEach(this::take);
        pauseMillis = FIRST_PAUSE_MILLIS;
        if (!caughtUp
            && ends.entrySet().stream()
                .allMatch(e -> reading.position(e.getKey()) >= e.getValue())) {
          caughtUp = true;
          LOG.info("The map of org units is complete: {} units", current().units().size());
        }
        signal();
      }
    }

    private List<TopicPartition> partitions(Consumer<byte[], byte[]> reading) {
      var known = reading.partitionsFor(topic);
      if (known == null || known.isEmpty()) {
        LOG.info("Topic {} does not exist yet", topic);
        return List.of();
      }
      return known.stream().map(p -> new TopicPartition(topic, p.partition())).toList();
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
      try {
        var event = EventRecord.from(record);
        facts.apply(
            event.subject(),
            event.sequence(),
            MembershipEvents.CATALOG.decode(event.type(), event.data()));
      } catch (MalformedEventException | UnknownEventException e) {
        unreadable++;
        LOG.error(
            "Unreadable record {}-{}@{}", record.topic(), record.partition(), record.offset(), e);
      }
    }

    /** Ends early when told to stop. */
    private void pause() {
      try {
        boolean ended = stopped.await(pauseMillis, TimeUnit.MILLISECONDS);
        pauseMillis = ended ? pauseMillis : Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        stopped.countDown();
      }
    }
  }
}

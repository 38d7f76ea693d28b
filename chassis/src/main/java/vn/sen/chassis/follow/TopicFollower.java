package vn.sen.chassis.follow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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
import vn.sen.events.DomainEvent;
import vn.sen.events.EventCatalog;
import vn.sen.events.EventRecord;
import vn.sen.events.MalformedEventException;
import vn.sen.events.UnknownEventException;

/**
 * Tells an instance all events of a topic, without a consumer group and without a store: what it
 * makes of them lives in its memory and is made again at every start. Failures are waited out for
 * as long as they last. A record that cannot be read is passed over and logged.
 */
public final class TopicFollower {

  private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;

  private final String bootstrapServers;
  private final String topic;
  private final EventCatalog catalog;
  private final @Nullable Duration since;
  private final Listener listener;
  private volatile boolean caughtUp;
  private volatile boolean topicMissing;
  private volatile long unreadable;
  private volatile @Nullable Following following;

  /** What is made of the events. Called by one thread. */
  public interface Listener {

    /** An event; the same one may come again. */
    void take(EventRecord record, DomainEvent event);

    /** Everything that was there when the reading began has been told; called again later on. */
    void upToDate();
  }

  /**
   * @param bootstrapServers host:port, comma separated
   * @param since how far back it begins at a start; null for the topic's beginning
   */
  public TopicFollower(
      String bootstrapServers,
      String topic,
      EventCatalog catalog,
      @Nullable Duration since,
      Listener listener) {
    this.bootstrapServers = bootstrapServers;
    this.topic = topic;
    this.catalog = catalog;
    this.since = since;
    this.listener = listener;
  }

  /** Whether the topic has been read once up to where it ended at the start. */
  public boolean caughtUp() {
    return caughtUp;
  }

  /** Whether the topic did not exist when it was looked for last. */
  public boolean topicMissing() {
    return topicMissing;
  }

  /** How many records could not be read since the start. */
  public long unreadable() {
    return unreadable;
  }

  /** Begins to read in a thread of its own; nothing happens if it has begun. */
  public synchronized void start() {
    if (following == null) {
      var begun = new Following();
      following = begun;
      begun.thread.start();
    }
  }

  /** Ends, and returns when it has ended. */
  public synchronized void stop() {
    var running = following;
    if (running != null) {
      running.stop();
      following = null;
    }
  }

  /** Whether it has begun and not ended. */
  public boolean isRunning() {
    return following != null;
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
        Thread.ofPlatform().daemon().name("follow-" + topic).unstarted(this::run);
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
      // asked for first: a record that comes after this lies behind the end, and is read
      var ends = reading.endOffsets(partitions);
      seek(reading, partitions, ends);
      while (goesOn()) {
        reading.poll(POLL).forEach(this::take);
        pauseMillis = FIRST_PAUSE_MILLIS;
        if (!caughtUp
            && ends.entrySet().stream()
                .allMatch(e -> reading.position(e.getKey()) >= e.getValue())) {
          caughtUp = true;
          LOG.info("{} has been read to its end", topic);
        }
        if (caughtUp) {
          listener.upToDate();
        }
      }
    }

    private void seek(
        Consumer<byte[], byte[]> reading,
        List<TopicPartition> partitions,
        Map<TopicPartition, Long> ends) {
      if (since == null) {
        reading.seekToBeginning(partitions);
        return;
      }
      long from = Instant.now().minus(since).toEpochMilli();
      var offsets =
          reading.offsetsForTimes(partitions.stream().collect(Collectors.toMap(p -> p, _ -> from)));
      for (var partition : partitions) {
        var found = offsets.get(partition);
        // nothing young enough: not seekToEnd, which would be found out only at the next poll
        reading.seek(partition, found == null ? ends.get(partition) : found.offset());
      }
    }

    private List<TopicPartition> partitions(Consumer<byte[], byte[]> reading) {
      var known = reading.partitionsFor(topic);
      if (known == null || known.isEmpty()) {
        LOG.info("Topic {} does not exist yet", topic);
        topicMissing = true;
        return List.of();
      }
      topicMissing = false;
      return known.stream().map(p -> new TopicPartition(topic, p.partition())).toList();
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
      try {
        var event = EventRecord.from(record);
        listener.take(event, catalog.decode(event.type(), event.data()));
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

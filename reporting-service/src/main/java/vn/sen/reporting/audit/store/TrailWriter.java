package vn.sen.reporting.audit.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.sen.chassis.audit.AuditTrail;
import vn.sen.chassis.domain.BusinessZone;
import vn.sen.events.Topic;
import vn.sen.events.audit.AuditEvent.HeadsStated;
import vn.sen.events.audit.ChainHead;
import vn.sen.reporting.audit.Block;
import vn.sen.reporting.audit.Kind;
import vn.sen.reporting.audit.LogPartition;
import vn.sen.reporting.audit.LogRecord;

/**
 * Reads the topics and adds their records to the trail, block by block. The group only deals out
 * the partitions; how far one has been read, the last block of its chain says. Any failure ends the
 * session and begins a new one there, after a pause, for ever.
 */
public final class TrailWriter implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(TrailWriter.class);

  /** A block's document stays far below the database's limit. */
  private static final int BLOCK = 500;

  private static final int BLOCK_BYTES = 2 << 20;

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration CLOSING = Duration.ofSeconds(3);
  private static final int SESSION_MILLIS = 6_000;

  private final String bootstrap;
  private final String group;
  private final List<Topic> topics;
  private final TrailStore store;
  private final AuditTrail trail;
  private final TrailProperties properties;
  private volatile Instant progressAt = Instant.now();
  private @Nullable Run run;

  /**
   * @param group deals out the partitions among the instances of the service
   * @param topics what the trail is made of
   * @param trail where heads are stated
   */
  public TrailWriter(
      String bootstrap,
      String group,
      List<Topic> topics,
      TrailStore store,
      AuditTrail trail,
      TrailProperties properties) {
    this.bootstrap = bootstrap;
    this.group = group;
    this.topics = List.copyOf(topics);
    this.store = store;
    this.trail = trail;
    this.properties = properties;
  }

  /** When this instance last got ahead, or had nothing to do. */
  Instant progressAt() {
    return progressAt;
  }

  @Override
  public synchronized void start() {
    if (run == null) {
      run = new Run();
      run.thread.start();
    }
  }

  @Override
  public synchronized void stop() {
    if (run != null) {
      run.end();
      run = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return run != null;
  }

  /** Stops after the web server, before the database's client is closed. */
  @Override
  public int getPhase() {
    return 0;
  }

  private KafkaConsumer<byte[], byte[]> newConsumer() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            ConsumerConfig.GROUP_ID_CONFIG,
            group,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "none",
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false,
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            5_000,
            ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
            SESSION_MILLIS,
            ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
            SESSION_MILLIS / 4,
            ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
            CooperativeStickyAssignor.class.getName()),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  /** From start to stop, with a thread of its own. */
  private final class Run {
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("audit-trail").unstarted(this::run);

    private void run() {
      while (goesOn()) {
        try (var log = new TrailTopics(bootstrap, topics)) {
          store.prepare();
          var present = log.present();
          if (!present.isEmpty()) {
            read(log, present);
          }
        } catch (WakeupException e) {
          LOG.debug("Told to stop", e);
        } catch (RuntimeException e) {
          LOG.warn("The audit trail is not added to for now, and tried again", e);
        }
        pause(PAUSE);
      }
    }

    private void read(TrailTopics log, Map<TopicPartition, LogPartition> present) {
      var consumer = newConsumer();
      try {
        var session = new Session(consumer, log, present);
        while (goesOn() && session.isUpToDate()) {
          session.step();
          pause(properties.gather());
        }
      } finally {
        consumer.close(CloseOptions.timeout(CLOSING));
      }
    }

    private boolean goesOn() {
      return stopped.getCount() > 0;
    }

    private void pause(Duration time) {
      try {
        if (stopped.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
          LOG.debug("Told to stop");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        stopped.countDown();
      }
    }

    void end() {
      stopped.countDown();
      try {
        thread.join(CLOSING.plus(POLL).plus(PAUSE));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** As long as the topics stay what they are and nothing fails. */
  private final class Session implements ConsumerRebalanceListener {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final TrailTopics log;
    private final Map<TopicPartition, LogPartition> present;
    private final Map<TopicPartition, ChainHead> heads = new HashMap<>();
    private final Set<TopicPartition> grown = new HashSet<>();
    private long nextLook = System.nanoTime() + LOOK.toNanos();
    private long nextHeads = System.nanoTime() + properties.heads().toNanos();

    Session(
        KafkaConsumer<byte[], byte[]> consumer,
        TrailTopics log,
        Map<TopicPartition, LogPartition> present) {
      this.consumer = consumer;
      this.log = log;
      this.present = present;
      consumer.subscribe(
          present.keySet().stream().map(TopicPartition::topic).collect(Collectors.toSet()), this);
    }

    /** Whether the broker has the topics that it had; asked now and then. */
    boolean isUpToDate() {
      if (System.nanoTime() - nextLook < 0) {
        return true;
      }
      nextLook = System.nanoTime() + LOOK.toNanos();
      return log.present().equals(present);
    }

    void step() {
      var polled = consumer.poll(POLL);
      if (!polled.isEmpty()) {
        requireSameTopics();
      }
      for (var partition : polled.partitions()) {
        add(partition, polled.records(partition));
      }
      progressAt = Instant.now();
      if (System.nanoTime() - nextHeads >= 0) {
        nextHeads = System.nanoTime() + properties.heads().toNanos();
        stateHeads();
      }
    }

    /** Asked after the poll: what was polled came from these incarnations of the topics. */
    private void requireSameTopics() {
      if (!log.present().equals(present)) {
        throw new IllegalStateException("A topic was created or deleted");
      }
    }

    private void add(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
      var of = present.get(partition);
      var head = heads.get(partition);
      if (of == null || head == null) {
        return;
      }
      try {
        for (var part : parts(records)) {
          head = add(partition, Block.of(of, head.next(), head.hash(), part));
        }
      } catch (BlockTaken e) {
        LOG.info("Another instance has added {}", e.getMessage());
        goToHead(partition);
      }
    }

    private ChainHead add(TopicPartition partition, Block block) {
      store.add(block);
      if (block.kinds().stream().anyMatch(kind -> kind != Kind.STATED)) {
        grown.add(partition);
      }
      var of = block.partition();
      var head = new ChainHead(of.topic(), of.topicId(), of.number(), block.next(), block.hash());
      heads.put(partition, head);
      return head;
    }

    private static List<List<LogRecord>> parts(List<ConsumerRecord<byte[], byte[]>> records) {
      var parts = new ArrayList<List<LogRecord>>();
      var part = new ArrayList<LogRecord>();
      int bytes = 0;
      for (var record : records) {
        if (part.size() == BLOCK || bytes > BLOCK_BYTES) {
          parts.add(part);
          part = new ArrayList<>();
          bytes = 0;
        }
        part.add(TrailTopics.record(record));
        bytes += Math.max(0, record.serializedValueSize());
      }
      parts.add(part);
      return parts;
    }

    private void goToHead(TopicPartition partition) {
      var of = present.get(partition);
      if (of != null) {
        var head = store.head(of);
        heads.put(partition, head);
        consumer.seek(partition, head.next());
      }
    }

    /** Says where the chains end that have grown by more than such statements. */
    private void stateHeads() {
      grown.retainAll(heads.keySet());
      if (!grown.isEmpty()) {
        var stated =
            heads.entrySet().stream()
                .filter(head -> grown.contains(head.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        trail.write(null, null, new HeadsStated(BusinessZone.today(), stated));
        grown.clear();
      }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      partitions.forEach(this::goToHead);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      partitions.forEach(heads::remove);
    }
  }
}

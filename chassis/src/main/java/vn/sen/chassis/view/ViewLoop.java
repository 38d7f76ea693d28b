package vn.sen.chassis.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sen.chassis.deadletter.DeadLetterProducer;
import vn.sen.chassis.view.CheckpointStore.Pending;
import vn.sen.events.Topic;

/**
 * The view's own thread: polls, folds, writes checkpoints, follows the partitions of other
 * instances. Any failure drops the memory and goes back to the committed offset, after a pause, for
 * ever.
 */
final class ViewLoop<K> implements Runnable, ConsumerRebalanceListener {

  private static final Logger LOG = LoggerFactory.getLogger(ViewLoop.class);
  private static final Duration IDLE = Duration.ofMillis(100);
  private static final Duration CLOSING = Duration.ofSeconds(3);

  /** So many times as long as a checkpoint took it rests: the machine is there for readers too. */
  private static final int RESTS = 2;

  private final ViewDefinition<K> view;
  private final ViewSettings settings;
  private final Generation generation;
  private final boolean folds;
  private final CheckpointStore<K> store;
  private final Checkpoints<K> checkpoints;
  private final ViewMemory<K> memory;
  private final Backoff backoff = new Backoff();
  private final CountDownLatch stopped = new CountDownLatch(1);

  private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;
  private long lastCheckpoint = System.nanoTime();
  private Duration rest = Duration.ZERO;
  private long nextFollow = System.nanoTime();
  private long nextCheck = System.nanoTime();

  /**
   * @param folds false where the rules are not those of the generation: then it only shows what is
   *     stored, and what other instances fold
   */
  ViewLoop(
      ViewDefinition<K> view,
      ViewSettings settings,
      Generation generation,
      boolean folds,
      CheckpointStore<K> store,
      ViewMemory<K> memory) {
    this.view = view;
    this.settings = settings;
    this.generation = generation;
    this.folds = folds;
    this.store = store;
    this.checkpoints = new Checkpoints<>(store);
    this.memory = memory;
  }

  /** Ends the loop; what is not durable will be folded again. */
  void stop() {
    stopped.countDown();
    var polling = consumer;
    if (polling != null) {
      polling.wakeup();
    }
  }

  private boolean running() {
    return stopped.getCount() > 0;
  }

  @Override
  public void run() {
    while (running()) {
      try {
        session();
      } catch (WakeupException e) {
        LOG.debug("View {} was woken to stop", view.name());
      } catch (RuntimeException e) {
        memory.failed();
        LOG.warn("View {} lost its connection and starts again", view.name(), e);
      }
      memory.disownAll();
      pause();
    }
  }

  private void pause() {
    rest(backoff.next());
  }

  private void rest(Duration time) {
    try {
      stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      stopped.countDown();
      Thread.currentThread().interrupt();
    }
  }

  /** From connecting to the broker until something breaks or the view is stopped. */
  private void session() {
    store.prepare();
    try (var log = new LogWatch(settings.bootstrap(), settings.group(), topics())) {
      while (running() && !openShards(log)) {
        pause();
      }
      if (!folds) {
        watch(log);
        return;
      }
      log.createDeadLetterTopics(settings.group());
      try (var letters = new DeadLetterProducer(settings.bootstrap(), settings.group())) {
        consume(log, letters);
      }
    }
  }

  /** Follows what is stored, from opening until the view is stopped. */
  private void watch(LogWatch log) {
    while (running()) {
      try {
        check(log);
        load(null);
        follow();
        rest(settings.follow());
      } catch (RuntimeException e) {
        LOG.warn("View {} cannot follow what is stored", view.name(), e);
        memory.drop(backoff.next());
        rest(IDLE);
      }
      memory.refreshStatus();
    }
  }

  private void consume(LogWatch log, DeadLetterProducer letters) {
    var polling = newConsumer();
    try {
      consumer = polling;
      polling.subscribe(topics(), this);
      while (running()) {
        step(polling, log, letters);
      }
    } finally {
      consumer = null;
      polling.close(CloseOptions.timeout(CLOSING));
    }
  }

  private List<String> topics() {
    return view.topics().stream().map(Topic::name).toList();
  }

  private boolean openShards(LogWatch log) {
    var topics = log.describe();
    if (topics.size() < view.topics().size()) {
      LOG.info("View {} waits for its topics, {} exist", view.name(), topics.keySet());
      return false;
    }
    memory.open(topics, store.positions(), log.ids());
    return true;
  }

  private KafkaConsumer<byte[], byte[]> newConsumer() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            settings.bootstrap(),
            ConsumerConfig.GROUP_ID_CONFIG,
            generation.members(settings.group()),
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "none",
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false,
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            5_000,
            ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
            (int) settings.session().toMillis(),
            ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
            (int) settings.session().toMillis() / 4,
            ConsumerConfig.METADATA_MAX_AGE_CONFIG,
            10_000,
            ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
            CooperativeStickyAssignor.class.getName()),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  private void step(
      KafkaConsumer<byte[], byte[]> polling, LogWatch log, DeadLetterProducer letters) {
    try {
      check(log);
      load(polling);
      follow();
    } catch (RuntimeException e) {
      dropMemory(polling, e);
    }
    try {
      memory.fold(polling.poll(pollTimeout()));
    } catch (OffsetOutOfRangeException e) {
      // the next check names the problem; asking again is all that can be done here
      dropMemory(polling, e);
    }
    try {
      if (checkpointDue(polling)) {
        checkpoint(log, letters);
      }
    } catch (RuntimeException e) {
      dropMemory(polling, e);
    }
    memory.refreshStatus();
  }

  /**
   * Looks at the log's end and the topics' ids; a broker that is away only makes the figures older.
   */
  private void check(LogWatch log) {
    long now = System.nanoTime();
    if (now < nextCheck) {
      return;
    }
    nextCheck = now + settings.check().toNanos();
    try {
      long at = Instant.now().toEpochMilli();
      var ids = log.ids();
      var ends =
          ids.isEmpty() ? Map.<TopicPartition, Long>of() : log.ends(memory.partitionsOf(ids));
      memory.checked(ids, at, ends);
    } catch (KafkaException e) {
      LOG.warn("View {} cannot see the log's end: {}", view.name(), e.toString());
    }
  }

  private void load(@Nullable KafkaConsumer<byte[], byte[]> polling) {
    for (var shard : memory.toLoad()) {
      var stored = store.load(shard.partition, shard.owned);
      if (stored.position() < shard.visible) {
        LOG.warn(
            "View {}: {} is stored up to {}, but shown up to {}; it is folded again from there",
            view.name(),
            shard.topicPartition,
            stored.position(),
            shard.visible);
      }
      memory.load(shard, stored);
      nextCheck = System.nanoTime();
      if (polling != null && shard.folds()) {
        polling.seek(shard.topicPartition, shard.fold.position());
        polling.resume(List.of(shard.topicPartition));
      }
    }
  }

  private void follow() {
    long now = System.nanoTime();
    if (now < nextFollow) {
      return;
    }
    nextFollow = now + settings.follow().toNanos();
    if (!memory.hasForeign()) {
      return;
    }
    var stored = store.positions();
    // others can follow what is stored only, also where nothing new comes to be folded
    memory.ownLost(stored).forEach(memory::loadAgain);
    for (var position : stored) {
      follow(position);
    }
    memory.publish();
  }

  private void follow(StoredPosition position) {
    var shard = memory.foreignBehind(position);
    if (shard != null && position.next() < shard.fold.committed()) {
      memory.loadAgain(shard);
    } else if (shard != null) {
      memory.follow(shard, position, store.rowsSince(shard.partition, shard.fold.committed()));
    }
  }

  private Duration pollTimeout() {
    if (memory.hasPending()) {
      long due = lastCheckpoint + shortest().toNanos() - System.nanoTime();
      return Duration.ofNanos(Math.max(0, due));
    }
    return memory.hasForeign() ? settings.follow() : IDLE;
  }

  private boolean checkpointDue(KafkaConsumer<byte[], byte[]> polling) {
    if (!memory.hasPending()) {
      return false;
    }
    long lag = lag(polling);
    Duration wait =
        lag < settings.caughtUp()
            ? shortest()
            : lag > settings.farBehind() ? settings.catchingUp() : settings.serving();
    return System.nanoTime() - lastCheckpoint >= wait.toNanos();
  }

  /** The least time between two checkpoints. */
  private Duration shortest() {
    var longer = rest.compareTo(settings.serving()) < 0 ? rest : settings.serving();
    return longer.compareTo(view.pace()) > 0 ? longer : view.pace();
  }

  /** Records that wait in the log as the last fetch has told. */
  private long lag(KafkaConsumer<byte[], byte[]> polling) {
    long sum = 0;
    for (var shard : memory.folding()) {
      sum += polling.currentLag(shard.topicPartition).orElse(1);
    }
    return sum;
  }

  private void checkpoint(LogWatch log, DeadLetterProducer producer) {
    long begun = System.nanoTime();
    var letters = memory.deadLetters();
    producer.send(letters);
    // asked after the last poll: whatever was polled came from the incarnation that is named here
    log.requireTopics(memory.foldedTopics());
    List<Pending<K>> pending = memory.pending();
    checkpoints.write(pending, memory::durable);
    lastCheckpoint = System.nanoTime();
    rest = Duration.ofNanos(RESTS * (lastCheckpoint - begun));
    backoff.succeeded();
    letters.forEach(
        letter ->
            LOG.warn(
                "View {}: {} offset {} went to the dead letters: {}",
                view.name(),
                new TopicPartition(letter.record().topic(), letter.record().partition()),
                letter.record().offset(),
                letter.reason()));
    memory.publish();
  }

  private void dropMemory(KafkaConsumer<byte[], byte[]> polling, RuntimeException cause) {
    if (cause instanceof WakeupException) {
      throw cause;
    }
    var wait = backoff.next();
    LOG.warn(
        "View {} drops its memory and goes back to the committed offsets in {} ms",
        view.name(),
        wait.toMillis(),
        cause);
    polling.pause(polling.assignment());
    memory.drop(wait);
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    var polling = consumer;
    if (polling != null) {
      var assigned = new ArrayList<>(partitions);
      // a position of its own keeps the group's (there is none) from being asked for
      assigned.forEach(partition -> polling.seek(partition, 0));
      polling.pause(assigned);
    }
    memory.own(partitions);
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    // what is not durable is folded again by the next owner; to write it here could block the group
    memory.disown(partitions);
  }
}

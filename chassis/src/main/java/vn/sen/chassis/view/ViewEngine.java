package vn.sen.chassis.view;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import vn.sen.chassis.view.ViewMemory.Visibility;

/**
 * Keeps one view: folds the partitions the group gives to this instance, follows the others, and
 * tells a {@link ViewReader} what is durable.
 *
 * @param <K> the key of a row
 */
public final class ViewEngine<K> implements SmartLifecycle {

  private static final Duration STOPPING = Duration.ofSeconds(10);
  private static final Duration ASK_STORE = Duration.ofMillis(25);

  private final ViewDefinition<K> view;
  private final ViewSettings settings;
  private final CheckpointStore<K> store;
  private final ViewMemory<K> memory;
  private @Nullable ViewLoop<K> loop;
  private @Nullable Thread thread;

  /**
   * Prepares a view; nothing is read before {@link #start()}.
   *
   * @param database where the checkpoints are
   */
  public ViewEngine(
      ViewDefinition<K> view, ViewReader<K> reader, MongoDatabase database, ViewSettings settings) {
    this(view, reader, new MongoCheckpointStore<>(database, view), settings);
  }

  ViewEngine(
      ViewDefinition<K> view,
      ViewReader<K> reader,
      CheckpointStore<K> store,
      ViewSettings settings) {
    this.view = view;
    this.settings = settings;
    this.store = store;
    this.memory = new ViewMemory<>(view, reader, settings.group());
  }

  /** The view's name. */
  public String name() {
    return view.name();
  }

  /** How the view is doing. */
  public ViewStatus status() {
    return memory.status();
  }

  /** Up to where readers see the log. */
  public ViewPosition position() {
    return memory.position();
  }

  /**
   * Whether it reads these aggregates at all; what it does not read is never waited for.
   *
   * @param aggregates as {@link vn.sen.events.Topic#aggregates()} names them
   */
  public boolean reads(String aggregates) {
    return view.topics().stream().anyMatch(topic -> topic.aggregates().equals(aggregates));
  }

  /**
   * Waits until readers see an aggregate's version.
   *
   * @return false if it took too long, or the view does not read that aggregate
   */
  public boolean awaitVersion(UUID aggregate, long version, Duration atMost)
      throws InterruptedException {
    var needed =
        new Object() {
          @Nullable Visibility visibility;
        };
    return memory.await(
        () -> {
          if (needed.visibility == null) {
            needed.visibility = needed(aggregate, version);
          }
          return needed.visibility != null && memory.sees(needed.visibility);
        },
        atMost,
        ASK_STORE);
  }

  private @Nullable Visibility needed(UUID aggregate, long version) {
    var own = memory.needed(aggregate, version);
    if (own != null) {
      return own;
    }
    for (var partition : memory.foreign()) {
      var bucket = store.bucket(partition, Sequences.bucketOf(aggregate));
      if (bucket != null && bucket.get(aggregate) >= version) {
        return new Visibility(partition, bucket.durableWatermark);
      }
    }
    return null;
  }

  /**
   * Waits until something holds that depends on what readers see.
   *
   * @return false if it took too long
   */
  public boolean await(BooleanSupplier condition, Duration atMost) throws InterruptedException {
    return memory.await(condition, atMost, atMost);
  }

  /**
   * Folds the view afresh from the log, up to where readers see it, and compares what is shown and
   * what is stored with that, row by row. The view folds on meanwhile.
   *
   * @param read is told how many records were read
   * @throws LogGone if the log does not hold its beginning any more
   * @throws org.apache.kafka.common.KafkaException if the broker does not answer
   */
  public ViewCheck check(LogReplay replay, LongConsumer read) {
    return new ViewComparison<>(view, memory, store).compare(replay, read);
  }

  /**
   * Aggregates with events that wait for a predecessor, on any instance.
   *
   * @param after the last one of the page before, or null
   */
  public List<ParkedAggregate> parked(@Nullable ParkedAggregate after, int limit) {
    return store.parked(after, limit);
  }

  @Override
  public synchronized void start() {
    if (thread == null) {
      loop = new ViewLoop<>(view, settings, store, memory);
      thread = Thread.ofPlatform().name("view-" + view.name()).start(loop);
    }
  }

  @Override
  public synchronized void stop() {
    if (thread == null || loop == null) {
      return;
    }
    loop.stop();
    try {
      thread.join(STOPPING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread = null;
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null && thread.isAlive();
  }

  /** Before the web server starts to answer, and until it has stopped. */
  @Override
  public int getPhase() {
    return 0;
  }
}

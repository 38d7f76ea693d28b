package vn.sen.chassis.view;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.view.ViewMemory.Visibility;

/**
 * One generation of a view: folds the partitions the group gives to this instance, follows the
 * others, and tells a {@link ViewReader} what is durable.
 *
 * @param <K> the key of a row
 */
final class ViewGeneration<K> {

  private static final Duration STOPPING = Duration.ofSeconds(10);
  private static final Duration ASK_STORE = Duration.ofMillis(25);

  private final ViewDefinition<K> view;
  private final ViewSettings settings;
  private final Generation generation;
  private final CheckpointStore<K> store;
  private final ViewMemory<K> memory;
  private final Runnable show;
  private @Nullable ViewLoop<K> loop;
  private @Nullable Thread thread;

  /**
   * Prepares a generation; nothing is read before {@link #start()}.
   *
   * @param show makes its figures those that readers see
   */
  ViewGeneration(
      ViewDefinition<K> view,
      ViewSettings settings,
      Generation generation,
      CheckpointStore<K> store,
      ViewReader<K> reader,
      Runnable show) {
    this.view = view;
    this.settings = settings;
    this.generation = generation;
    this.store = store;
    this.memory = new ViewMemory<>(view, reader, settings.group(), generation.mark());
    this.show = show;
  }

  Generation generation() {
    return generation;
  }

  /** Whether this instance knows its rules; otherwise it only shows what others have folded. */
  boolean folds() {
    return generation.rules() == view.rules();
  }

  /** Makes its figures those that readers see. */
  void show() {
    show.run();
  }

  /**
   * Makes another generation the one that readers see, as soon as that shows as much as this one;
   * until then this one shows nothing new.
   *
   * @param then is told when it happens
   * @return false if it took too long
   */
  boolean handOver(ViewGeneration<K> next, Duration atMost, Runnable then)
      throws InterruptedException {
    return memory.handOver(
        next.memory,
        atMost,
        () -> {
          next.show();
          then.run();
        });
  }

  /** Waits until its figures are up to a position. */
  boolean awaitPosition(ViewPosition wanted, Duration atMost) throws InterruptedException {
    return memory.await(() -> position().reaches(wanted), atMost, atMost);
  }

  /** How it is doing, for an operator. */
  GenerationState state(boolean shown) {
    var progress = memory.progress();
    return new GenerationState(
        generation, folds(), shown, status(), position(), progress.read(), progress.end());
  }

  /** How the view is doing. */
  ViewStatus status() {
    return memory.status();
  }

  /** Up to where readers see the log. */
  ViewPosition position() {
    return memory.position();
  }

  /**
   * Waits until readers of this generation see an aggregate's version.
   *
   * @param over ends the wait, too
   * @return false if it took too long, or the view does not read that aggregate
   */
  boolean awaitVersion(UUID aggregate, long version, BooleanSupplier over, Duration atMost)
      throws InterruptedException {
    var needed =
        new Object() {
          @Nullable Visibility visibility;
        };
    return memory.await(
        () -> {
          if (over.getAsBoolean()) {
            return true;
          }
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
  boolean await(BooleanSupplier condition, Duration atMost) throws InterruptedException {
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
  ViewCheck check(LogReplay replay, LongConsumer read) {
    if (!folds()) {
      throw new RulesOfOtherVersion(generation.rules(), view.rules());
    }
    return new ViewComparison<>(view, memory, store).compare(replay, read);
  }

  /**
   * Aggregates with events that wait for a predecessor, on any instance.
   *
   * @param after the last one of the page before, or null
   */
  List<ParkedAggregate> parked(@Nullable ParkedAggregate after, int limit) {
    return store.parked(after, limit);
  }

  synchronized void start() {
    if (thread == null) {
      loop = new ViewLoop<>(view, settings, generation, folds(), store, memory);
      thread = Thread.ofPlatform().name("view-" + generation.collections(view.name())).start(loop);
    }
  }

  synchronized void stop() {
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
}

package vn.sen.chassis.view;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.deadletter.DeadLetter;
import vn.sen.chassis.view.CheckpointStore.Pending;

/**
 * What the view's thread folds, guarded by a lock where readers with consistency tokens look at it
 * too. No method does input or output.
 */
final class ViewMemory<K> {

  private static final Duration ASSIGNMENT = Duration.ofMillis(1_500);

  private final ViewReader<K> reader;
  private final Shards<K> shards;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition published = lock.newCondition();
  private final StatusBoard board = new StatusBoard();
  private volatile long publications;
  private volatile ViewPosition position = ViewPosition.NONE;

  /**
   * @param group for which dead letters are delivered again
   * @param generation marks positions
   */
  ViewMemory(ViewDefinition<K> view, ViewReader<K> reader, String group, String generation) {
    this.reader = reader;
    this.shards = new Shards<>(view, group, generation);
  }

  void open(
      Map<String, TopicDescription> topics,
      Collection<StoredPosition> stored,
      Map<String, String> idsNow) {
    locked(
        () -> {
          shards.open(topics);
          shards.compareTopics(stored, idsNow);
          // the group's assignment comes in a moment; loading twice would be in vain
          shards.all().forEach(s -> s.retryAt = System.nanoTime() + ASSIGNMENT.toNanos());
        });
  }

  /**
   * Takes what the broker says of the topics; a shard without a problem any more is loaded again.
   */
  void checked(Map<String, String> ids, long at, Map<TopicPartition, Long> ends) {
    locked(
        () -> {
          ends.forEach((partition, end) -> shards.get(partition).endSeen(end, at));
          for (var shard : shards.all()) {
            var before = shard.problem;
            shard.problem = shards.problem(shard, ids.get(shard.topicPartition.topic()));
            if (before != null && shard.problem == null) {
              shard.loaded = false;
            }
          }
        });
  }

  /** The ids of the topics that are being folded. */
  Set<String> foldedTopics() {
    return shards.stream()
        .filter(Shard::folds)
        .map(shard -> shard.partition.topicId())
        .collect(Collectors.toSet());
  }

  List<TopicPartition> partitionsOf(Map<String, String> topics) {
    return shards.stream()
        .map(shard -> shard.topicPartition)
        .filter(partition -> topics.containsKey(partition.topic()))
        .toList();
  }

  List<Shard<K>> toLoad() {
    long now = System.nanoTime();
    return shards.stream().filter(shard -> !shard.loaded && shard.retryAt <= now).toList();
  }

  /**
   * Takes over what the store holds. Where that is less than readers have seen, somebody has
   * deleted it: they keep what they see until as much is folded again.
   */
  void load(Shard<K> shard, StoredPartition<K> stored) {
    locked(
        () -> {
          shard.fold.load(stored);
          shard.loaded = true;
          if (shard.publish(reader)) {
            visibleChanged();
          }
        });
  }

  /** What was taken over of the shard is no longer what the store holds. */
  void loadAgain(Shard<K> shard) {
    locked(() -> shard.loaded = false);
  }

  boolean hasForeign() {
    return shards.stream().anyMatch(shard -> !shard.owned);
  }

  /** The shards that this instance folds and that are no longer stored as it has stored them. */
  List<Shard<K>> ownLost(Collection<StoredPosition> stored) {
    return shards.stream()
        .filter(shard -> shard.folds() && shard.fold.committed() > 0)
        .filter(
            shard ->
                stored.stream()
                    .noneMatch(
                        position ->
                            position.partition().equals(shard.partition)
                                && position.next() == shard.fold.committed()))
        .toList();
  }

  /** The foreign shard whose store has moved, or null. */
  @Nullable Shard<K> foreignBehind(StoredPosition stored) {
    return shards.stream()
        .filter(shard -> shard.partition.equals(stored.partition()))
        .filter(shard -> !shard.owned && shard.loaded && shard.fold.committed() != stored.next())
        .findAny()
        .orElse(null);
  }

  void follow(Shard<K> shard, StoredPosition stored, List<StoredRow<K>> changed) {
    locked(
        () -> {
          shard.fold.follow(stored.next(), stored.appendedAt(), changed);
          board.gotAhead();
        });
  }

  void fold(ConsumerRecords<byte[], byte[]> records) {
    locked(
        () -> {
          for (var partition : records.partitions()) {
            var shard = shards.get(partition);
            if (shard.folds()) {
              records.records(partition).forEach(shard.fold::apply);
            }
          }
        });
  }

  boolean hasPending() {
    return shards.stream().anyMatch(shard -> shard.folds() && shard.fold.hasPending());
  }

  List<Shard<K>> folding() {
    return shards.stream().filter(Shard::folds).toList();
  }

  List<Pending<K>> pending() {
    return shards.stream()
        .filter(shard -> shard.folds() && shard.fold.hasPending())
        .map(shard -> new Pending<>(shard.partition, shard.fold))
        .toList();
  }

  List<DeadLetter> deadLetters() {
    return shards.stream()
        .filter(Shard::folds)
        .flatMap(shard -> shard.fold.deadLetters().stream())
        .toList();
  }

  /** Everything pending is in the store. */
  void durable(Collection<Pending<K>> written) {
    locked(
        () -> {
          for (var pending : written) {
            board.putAway(pending.fold().deadLetters().size());
            pending.fold().durable();
          }
          board.gotAhead();
        });
  }

  /** Shows readers what is durable. */
  void publish() {
    locked(
        () -> {
          boolean changed = false;
          for (var shard : shards.all()) {
            changed |=
                shard.loaded
                    && !shard.fold.hasPending()
                    && shard.visible != shard.fold.committed()
                    && shard.publish(reader);
          }
          if (changed) {
            visibleChanged();
          }
        });
  }

  private void visibleChanged() {
    position = shards.position();
    reader.publish(position);
    publications++;
    published.signalAll();
  }

  void own(Collection<TopicPartition> partitions) {
    locked(() -> partitions.forEach(partition -> own(partition, true)));
  }

  void disown(Collection<TopicPartition> partitions) {
    locked(() -> partitions.forEach(partition -> own(partition, false)));
  }

  void disownAll() {
    locked(() -> shards.stream().map(s -> s.topicPartition).forEach(p -> own(p, false)));
  }

  private void own(TopicPartition partition, boolean owned) {
    var shard = shards.get(partition);
    shard.owned = owned;
    shard.loaded = false;
    shard.retryAt = System.nanoTime();
  }

  /** Forgets everything that is not in the store; what readers see stays. */
  void drop(Duration wait) {
    failed();
    locked(
        () -> {
          for (var shard : shards.all()) {
            shard.loaded = false;
            shard.retryAt = System.nanoTime() + wait.toNanos();
          }
        });
  }

  void failed() {
    board.failed();
  }

  /** Judges the status anew; called after every step, so that a standing thread shows. */
  void refreshStatus() {
    board.refresh(shards);
  }

  ViewStatus status() {
    return board.status();
  }

  ViewPosition position() {
    return position;
  }

  /** What readers see of each partition, all of it at one moment. */
  List<ShownRows<K>> shown() {
    return lockedGet(() -> shards.stream().map(ViewMemory::shown).toList());
  }

  private static <K> ShownRows<K> shown(Shard<K> shard) {
    var values = new HashMap<K, Long>();
    for (var row : shard.fold.rows()) {
      if (row.visible != 0) {
        values.put(row.key, row.visible);
      }
    }
    return new ShownRows<>(shard.partition, shard.visible, values);
  }

  /**
   * What readers see of a partition.
   *
   * @param next the next offset that they do not see, −1 before anything was loaded
   * @param values of the rows that are not 0
   */
  record ShownRows<K>(Partition partition, long next, Map<K, Long> values) {}

  /** The foreign partitions, which may hold an aggregate that is not among the own ones. */
  List<Partition> foreign() {
    return lockedGet(
        () -> shards.stream().filter(shard -> !shard.owned).map(shard -> shard.partition).toList());
  }

  /**
   * Up to where readers must see which partition to see the aggregate's version, or null if no own
   * partition has folded it yet.
   */
  @Nullable Visibility needed(UUID aggregate, long version) {
    return lockedGet(
        () ->
            shards.stream()
                .filter(shard -> shard.owned && shard.loaded)
                .filter(shard -> shard.fold.sequences().get(aggregate) >= version)
                .map(shard -> new Visibility(shard.partition, shard.fold.evenFrom()))
                .findAny()
                .orElse(null));
  }

  /** Whether readers see the partition up to an offset. */
  boolean sees(Visibility needed) {
    return lockedGet(
        () ->
            shards.stream()
                .filter(shard -> shard.partition.equals(needed.partition()))
                .anyMatch(shard -> shard.visible >= needed.next()));
  }

  /**
   * Shows readers nothing new until another memory shows as much, and then has that one shown.
   *
   * @param show is told while neither shows anything new
   * @return false if it took too long
   */
  boolean handOver(ViewMemory<K> next, Duration atMost, Runnable show) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      boolean done = next.whenAt(position, atMost, show);
      if (done) {
        publications++; // whoever waits here has to look elsewhere
        published.signalAll();
      }
      return done;
    } finally {
      lock.unlock();
    }
  }

  private boolean whenAt(ViewPosition wanted, Duration atMost, Runnable then)
      throws InterruptedException {
    long left = atMost.toNanos();
    lock.lockInterruptibly();
    try {
      while (!position.reaches(wanted)) {
        if (left <= 0) {
          return false;
        }
        left = published.awaitNanos(left);
      }
      then.run();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** How many records were folded, durable or not, and how many there are, as far as known. */
  Progress progress() {
    return lockedGet(
        () -> {
          long read = shards.stream().mapToLong(shard -> shard.fold.position()).sum();
          long end = shards.stream().mapToLong(shard -> shard.end).sum();
          return new Progress(read, Math.max(read, end));
        });
  }

  /** How far a view is. */
  record Progress(long read, long end) {}

  /** Waits until a condition holds, which is asked again whenever readers see more. */
  boolean await(BooleanSupplier condition, Duration atMost, Duration askAgain)
      throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    long before = publications;
    while (!condition.getAsBoolean()) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      lock.lockInterruptibly();
      try {
        if (publications == before) {
          published.await(Math.min(left, askAgain.toNanos()), TimeUnit.NANOSECONDS);
        }
        before = publications;
      } finally {
        lock.unlock();
      }
    }
    return true;
  }

  /** Readers see a partition up to an offset. */
  record Visibility(Partition partition, long next) {}

  private void locked(Runnable action) {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }

  private <T extends @Nullable Object> T lockedGet(Supplier<T> question) {
    lock.lock();
    try {
      return question.get();
    } finally {
      lock.unlock();
    }
  }
}

package vn.sen.chassis.view;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the generations of a view that the instances have agreed on: folds them, and shows readers
 * the one that is to serve as soon as it has caught up with what they saw.
 */
final class GenerationKeeper<K> implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(GenerationKeeper.class);
  private static final Duration SOON = Duration.ofMillis(50);
  private static final Duration BREATH = Duration.ofMillis(500);
  private static final Duration STOPPING = Duration.ofSeconds(12);

  private final ViewDefinition<K> view;
  private final GenerationTable table;
  private final Function<Generation, ViewGeneration<K>> another;
  private final Duration look;
  private final Duration goneAfter;
  private final Map<Integer, ViewGeneration<K>> open = new ConcurrentSkipListMap<>();
  private final Map<Generation, Long> leaving = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Semaphore wakeUp = new Semaphore(0);
  private final Backoff backoff = new Backoff();
  private volatile @Nullable ViewGeneration<K> shown;
  private volatile boolean running;
  private @Nullable Thread thread;

  /**
   * @param another makes a generation that is not started
   * @param look how often the table is looked at
   * @param goneAfter for so long the rows of a discarded generation stay, so that no instance still
   *     writes them when they are deleted
   */
  GenerationKeeper(
      ViewDefinition<K> view,
      GenerationTable table,
      Function<Generation, ViewGeneration<K>> another,
      Duration look,
      Duration goneAfter) {
    this.view = view;
    this.table = table;
    this.another = another;
    this.look = look;
    this.goneAfter = goneAfter;
  }

  /** The generation that readers see; null until it is known which one that is. */
  @Nullable ViewGeneration<K> shown() {
    return shown;
  }

  private void showing(ViewGeneration<K> next) {
    lock.lock();
    try {
      shown = next;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until readers see a generation that is wanted.
   *
   * @return false if it took too long
   */
  boolean awaitShown(Predicate<Generation> wanted, Duration atMost) throws InterruptedException {
    long left = atMost.toNanos();
    lock.lockInterruptibly();
    try {
      while (!shows(wanted)) {
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

  private boolean shows(Predicate<Generation> wanted) {
    var now = shown;
    return now != null && wanted.test(now.generation());
  }

  /** A generation that is folded here, or null. */
  @Nullable ViewGeneration<K> find(Generation generation) {
    return open.get(generation.number());
  }

  /** All that are folded here, the oldest first. */
  List<ViewGeneration<K>> all() {
    return List.copyOf(open.values());
  }

  /** The table has changed. */
  void wake() {
    wakeUp.release();
  }

  synchronized void start() {
    if (thread == null) {
      running = true;
      thread = Thread.ofPlatform().name("generations-" + view.name()).start(this);
    }
  }

  /** Ends the keeping and all generations; what readers see stays. */
  synchronized void stop() {
    running = false;
    wake();
    var keeping = thread;
    if (keeping != null) {
      try {
        keeping.join(STOPPING);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      thread = null;
    }
    open.values().forEach(ViewGeneration::stop);
  }

  synchronized boolean isRunning() {
    return thread != null && thread.isAlive();
  }

  @Override
  public void run() {
    boolean underOwnRules = false;
    while (running) {
      Duration wait;
      try {
        if (!underOwnRules) {
          table.change(view, this::underOwnRules);
        }
        underOwnRules = true;
        wait = follow(table.find(view)) ? look : SOON;
        backoff.succeeded();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        wait = backoff.next();
        LOG.warn("View {} cannot see which generation is to serve: {}", view.name(), e.toString());
      }
      pause(wait);
    }
  }

  private void pause(Duration wait) {
    try {
      if (wakeUp.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        wakeUp.drainPermits();
      }
    } catch (InterruptedException e) {
      running = false;
      Thread.currentThread().interrupt();
    }
  }

  /**
   * New rules begin a rebuild by themselves when the first instance that knows them starts; for it,
   * a generation that is only kept to go back to is let go.
   */
  private Generations underOwnRules(Generations agreed) {
    var beside = agreed.beside();
    if (agreed.serving().rules() == view.rules()
        || beside != null && beside.rules() == view.rules()) {
      return agreed;
    }
    var command = UUID.randomUUID();
    var now = Instant.now();
    var free = beside == null ? agreed : agreed.discard(agreed.rebuilds().getFirst(), command, now);
    LOG.info("View {} is folded by version {} of its rules", view.name(), view.rules());
    var reason = "rules " + agreed.serving().rules() + " → " + view.rules();
    return free.begin(command, view.rules(), view.name(), reason, "", now);
  }

  /** Does what is agreed on; false if the generation that is to serve does not yet. */
  private boolean follow(Generations agreed) throws InterruptedException {
    var wanted = agreed.folded();
    for (var generation : wanted) {
      open.computeIfAbsent(generation.number(), _ -> another.apply(generation)).start();
    }
    boolean settled = show(open.get(agreed.serving().number()));
    for (var generation : all()) {
      if (generation != shown && !wanted.contains(generation.generation())) {
        generation.stop();
        open.remove(generation.generation().number());
      }
    }
    agreed.leaving().forEach(this::leave);
    return settled;
  }

  private boolean show(@Nullable ViewGeneration<K> next) throws InterruptedException {
    var now = shown;
    if (next == null || next == now) {
      return true;
    }
    if (now == null) {
      next.show();
      showing(next);
      return true;
    }
    // only who is as good as there makes readers wait for it
    boolean done =
        next.awaitPosition(now.position(), BREATH)
            && now.handOver(next, BREATH, () -> showing(next));
    if (done) {
      LOG.info("View {} is answered from {}", view.name(), next.generation());
    }
    return done;
  }

  private void leave(Generation generation) {
    long now = System.nanoTime();
    long since = leaving.computeIfAbsent(generation, _ -> now);
    if (open.containsKey(generation.number()) || now - since < goneAfter.toNanos()) {
      return;
    }
    table.drop(view, generation);
    table.change(view, agreed -> agreed.gone(generation));
    leaving.remove(generation);
  }
}

package vn.sen.reporting.live.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;
import vn.sen.chassis.org.OrgFollower;
import vn.sen.chassis.view.ViewEngine;
import vn.sen.reporting.live.Changes;

/**
 * Tells when any view or the map of units has moved on. Once a minute it says so in any case: a
 * report of today is another one tomorrow.
 */
final class ViewWatch implements SmartLifecycle {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final List<ViewEngine<?>> views;
  private final OrgFollower orgUnits;
  private final Changes changes;
  private final List<Thread> watching = new ArrayList<>();

  ViewWatch(List<ViewEngine<?>> views, OrgFollower orgUnits, Changes changes) {
    this.views = views;
    this.orgUnits = orgUnits;
    this.changes = changes;
  }

  @FunctionalInterface
  private interface Watching {
    void watch() throws InterruptedException;
  }

  @Override
  public synchronized void start() {
    if (!isRunning()) {
      changes.begin();
      views.forEach(view -> start("watch-" + view.name(), () -> watch(view)));
      start("watch-map", this::watchMap);
    }
  }

  private void start(String name, Watching work) {
    watching.add(
        Thread.ofVirtual()
            .name(name)
            .start(
                () -> {
                  try {
                    work.watch();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                }));
  }

  private void watch(ViewEngine<?> view) throws InterruptedException {
    tell(view::position, view::await, changes::happened);
  }

  /** Waits until something holds, for a time at most. */
  @FunctionalInterface
  interface Waiting {
    boolean await(BooleanSupplier condition, Duration atMost) throws InterruptedException;
  }

  /** A move between telling and waiting must not be overlooked: the position is read before. */
  static void tell(Supplier<?> position, Waiting waiting, Runnable telling)
      throws InterruptedException {
    Object known = position.get();
    while (true) {
      telling.run();
      var told = known;
      waiting.await(() -> !position.get().equals(told), MINUTE);
      known = position.get();
    }
  }

  private void watchMap() throws InterruptedException {
    long known = 0;
    while (true) {
      known = orgUnits.awaitChange(known, MINUTE);
      changes.happened();
    }
  }

  @Override
  public synchronized void stop() {
    changes.end();
    watching.forEach(Thread::interrupt);
    watching.clear();
  }

  @Override
  public synchronized boolean isRunning() {
    return !watching.isEmpty();
  }

  /** Stops first: the web server waits for requests that have not ended. */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE;
  }
}

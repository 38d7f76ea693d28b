package vn.sen.reporting.live.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    var known = view.position();
    while (true) {
      changes.happened();
      var told = known;
      view.await(() -> !view.position().equals(told), MINUTE);
      known = view.position();
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

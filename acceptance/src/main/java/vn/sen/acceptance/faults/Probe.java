package vn.sen.acceptance.faults;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Looks how long it takes until figures are fresh: registers members, enough of them that they are
 * spread over the partitions and the relays' buckets, until a report shows all of them.
 */
final class Probe {

  private static final int MEMBERS = 12;
  private static final LocalDate DAY = LocalDate.of(2022, 5, 1);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Cluster cluster;
  private final Territory territory;
  private final Sender sender;
  private final Ledger ledger;
  private final FigureReader figures;
  private final String name;
  private final AtomicInteger registered = new AtomicInteger();

  Probe(Cluster cluster, Territory territory, Http http, Ledger ledger, String name) {
    this.cluster = cluster;
    this.territory = territory;
    this.sender = new Sender(http, cluster.membership(), ledger, name);
    this.ledger = ledger;
    this.figures = new FigureReader(http);
    this.name = name;
  }

  /**
   * How long it took since then until a report contained commands sent from now on.
   *
   * @param since on the clock of {@link System#nanoTime()}
   */
  Duration recovery(long since) throws InterruptedException {
    List<Future<?>> sent = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < MEMBERS; i++) {
        sent.add(threads.submit(this::register));
      }
    }
    for (var one : sent) {
      try {
        one.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("A probe was not acknowledged", e.getCause());
      }
    }
    if (!Waiting.until(PATIENCE, () -> cluster.reporting().stream().anyMatch(this::isShownBy))) {
      ledger.surprise("No figure was fresh within " + PATIENCE.toSeconds() + " s");
    }
    return Duration.ofNanos(System.nanoTime() - since);
  }

  private Void register() throws InterruptedException {
    var command = new Command.Register(territory.probe(), DAY);
    var key = name + "-probe-" + registered.incrementAndGet();
    var done = sender.send(command.method(), command.path(null), key, null, command.body());
    ledger.acknowledged(Person.begun(done.id(), command));
    return null;
  }

  /** Whether an instance's report shows every member registered so far. */
  boolean isShownBy(Node instance) {
    try {
      var shown = figures.branches(instance, territory.commune(), LocalDate.of(2026, 1, 1));
      return shown.getOrDefault(territory.probe(), Figures.NONE).members() >= registered.get();
    } catch (IOException e) {
      return false;
    }
  }
}

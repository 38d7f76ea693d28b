package vn.sen.acceptance.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Clients and an import at work side by side. Clients pace themselves while faults are injected.
 */
final class Load {

  private static final int CLIENTS = 8;

  /** Between two commands of one client, at least. */
  private static final long PACE_MILLIS = 70;

  private static final long LONGEST_PAUSE_MILLIS = 1_000;

  /**
   * So much longer than an answer took is the pause after it: what is restarted must find a
   * processor free to start on, however slow the machine.
   */
  private static final int PAUSE_PER_ANSWER = 4;

  private final List<Client> clients = new ArrayList<>();
  private final Importer importer;
  private final Ledger ledger;

  Load(long seed, String run, Territory territory, Http http, List<Node> instances, Ledger ledger) {
    this.ledger = ledger;
    this.importer =
        new Importer(http, instances, ledger, run + "-import", territory.importedCode());
    for (int i = 0; i < CLIENTS; i++) {
      var name = run + "-client-" + i;
      var sender = new Sender(http, instances, ledger, name);
      clients.add(new Client(name, seed * 1_000 + i, territory, sender, instances, ledger));
    }
  }

  /** Begins; each future ends when its client has ended its last command. */
  List<Future<?>> begin(ExecutorService threads, int atLeast, BooleanSupplier faultsGoOn) {
    var running = new ArrayList<Future<?>>();
    running.add(
        threads.submit(
            () -> {
              importer.run();
              return null;
            }));
    for (var client : clients) {
      running.add(
          threads.submit(
              () -> {
                while (faultsGoOn.getAsBoolean() || ledger.acknowledgedSoFar() < atLeast) {
                  long asked = System.nanoTime();
                  client.next();
                  if (faultsGoOn.getAsBoolean()) {
                    Waiting.pass(pauseAfter(System.nanoTime() - asked));
                  }
                }
                return null;
              }));
    }
    return running;
  }

  private static long pauseAfter(long answerNanos) {
    long pause = PAUSE_PER_ANSWER * TimeUnit.NANOSECONDS.toMillis(answerNanos);
    return Math.clamp(pause, PACE_MILLIS, LONGEST_PAUSE_MILLIS);
  }

  /** Waits for all clients. */
  static void await(List<Future<?>> running) throws InterruptedException {
    for (var client : running) {
      try {
        client.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("A client gave up", e.getCause());
      }
    }
  }

  static ExecutorService threads() {
    return Executors.newVirtualThreadPerTaskExecutor();
  }
}

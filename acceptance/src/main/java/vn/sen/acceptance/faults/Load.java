package vn.sen.acceptance.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/**
 * Clients and an import at work side by side. Clients pace themselves while faults are injected.
 */
final class Load {

  private static final int CLIENTS = 8;

  /** Between two commands of one client. */
  private static final long PACE_MILLIS = 70;

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
                  client.next();
                  if (faultsGoOn.getAsBoolean()) {
                    Waiting.pass(PACE_MILLIS);
                  }
                }
                return null;
              }));
    }
    return running;
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

package vn.sen.benchmarks.command;

import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that each wait for an answer before they ask again. */
public final class Workers {

  private Workers() {}

  /** One operation of many. */
  @FunctionalInterface
  public interface Operation {
    void run(int number);
  }

  /**
   * Carries out all operations, so many at a time.
   *
   * @throws IllegalStateException if one of them failed
   */
  public static void run(int atOnce, int operations, Operation operation)
      throws InterruptedException {
    var next = new AtomicInteger();
    var clients = new ArrayList<Future<?>>();
    try (var executor = Executors.newFixedThreadPool(atOnce)) {
      for (int i = 0; i < atOnce; i++) {
        clients.add(
            executor.submit(
                () -> {
                  for (int n = next.getAndIncrement(); n < operations; n = next.getAndIncrement()) {
                    operation.run(n);
                  }
                }));
      }
    }
    for (var client : clients) {
      try {
        client.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("An operation failed", e.getCause());
      }
    }
  }
}

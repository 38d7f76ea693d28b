package vn.sen.lending.statement;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Does some work beside its caller, whose results come in the order in which it was begun. For one
 * caller at a time; nothing goes on behind {@link #close()}.
 */
final class WorkAhead<T> implements AutoCloseable {

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Deque<Future<T>> begun = new ArrayDeque<>();

  void begin(Callable<T> work) {
    begun.add(threads.submit(work));
  }

  /** How much was begun and not asked for yet. */
  int size() {
    return begun.size();
  }

  /**
   * What came of the work that was begun first; waits for it.
   *
   * @throws RuntimeException what the work threw
   */
  T next() {
    try {
      return begun.remove().get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for work", e);
    }
  }

  @Override
  public void close() {
    threads.close();
  }
}

package vn.sen.local.demo;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Does many small things at once, but only so many. */
final class Workers {

  private final int atOnce;

  Workers(int atOnce) {
    this.atOnce = atOnce;
  }

  /**
   * Does it for each; the order is not kept. After a first failure no more are begun.
   *
   * @throws StepFailed the first failure
   */
  <T> void forEach(List<T> items, Progress progress, Consumer<T> action) {
    var next = new AtomicInteger();
    var failed = new AtomicBoolean();
    Runnable worker =
        () -> {
          int i;
          while (!failed.get() && (i = next.getAndIncrement()) < items.size()) {
            try {
              action.accept(items.get(i));
            } catch (RuntimeException | Error e) {
              failed.set(true);
              throw e;
            }
            progress.advance();
          }
        };
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          IntStream.range(0, Math.min(atOnce, items.size()))
              .<Future<?>>mapToObj(i -> threads.submit(worker))
              .toList();
      for (var one : running) {
        one.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StepFailed failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StepFailed("interrupted", e);
    }
  }
}

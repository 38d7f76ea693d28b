package vn.sen.benchmarks.server;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import vn.sen.benchmarks.Sample;

/** A hundred readers of a report, each of whom asks twice a second. */
public final class Readers implements AutoCloseable {

  private static final int READERS = 100;
  private static final long PAUSE_NANOS = 500_000_000;

  private final Http http = new Http(READERS);

  /** Asks one question; what is no report ends the measurement. */
  public Http.Answer ask(URI report) {
    return http.get(report).required();
  }

  /** A question that may fail. */
  public Http.Answer tryAsk(URI report) {
    return http.get(report);
  }

  /**
   * Lets all of them ask.
   *
   * @return how many milliseconds each answer took
   */
  public Sample read(URI report, int seconds) throws InterruptedException {
    try (var executor = Executors.newFixedThreadPool(READERS)) {
      return sample(
          executor.invokeAll(
              IntStream.range(0, READERS)
                  .<Callable<List<Double>>>mapToObj(number -> () -> read(report, number, seconds))
                  .toList()));
    }
  }

  private static Sample sample(List<Future<List<Double>>> readers) throws InterruptedException {
    var millis = new ArrayList<Double>();
    for (var reader : readers) {
      try {
        millis.addAll(reader.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException("A reader failed", e.getCause());
      }
    }
    return Sample.of(millis.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Readers do not ask all at once. */
  private List<Double> read(URI report, int reader, int seconds) {
    var millis = new ArrayList<Double>();
    long begun = System.nanoTime() + PAUSE_NANOS * reader / READERS;
    for (long due = begun; due < begun + seconds * 1_000_000_000L; due += PAUSE_NANOS) {
      waitUntil(due);
      long asked = System.nanoTime();
      ask(report);
      millis.add((System.nanoTime() - asked) / 1e6);
    }
    return millis;
  }

  /** Returns at an instant of {@link System#nanoTime()}. */
  public static void waitUntil(long due) {
    for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
      LockSupport.parkNanos(wait);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}

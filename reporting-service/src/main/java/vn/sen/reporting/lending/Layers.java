package vn.sen.reporting.lending;

import java.util.SortedMap;
import java.util.TreeMap;

/** What is left of a balance by the day it came: what came first goes first. */
final class Layers {

  private final SortedMap<Long, Long> steps = new TreeMap<>();

  /** What is told of a layer. */
  @FunctionalInterface
  interface Told {
    void left(long amount, long sinceEpochDay);
  }

  /** Adds a step; steps of one day add up, in whatever order they come. */
  void add(long epochDay, long delta) {
    steps.merge(epochDay, delta, Long::sum);
  }

  /** Tells of what is left, oldest first. */
  void tell(Told action) {
    long gone = 0;
    for (long delta : steps.values()) {
      gone += Math.max(0, -delta);
    }
    for (var step : steps.entrySet()) {
      long came = Math.max(0, step.getValue());
      long left = Math.max(0, came - gone);
      gone = Math.max(0, gone - came);
      if (left > 0) {
        action.left(left, step.getKey());
      }
    }
  }
}

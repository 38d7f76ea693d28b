package vn.sen.acceptance.faults;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * What happens when, by a seed: the same seed always gives the same schedule.
 *
 * @param steps one after the other
 */
record Schedule(long seed, List<Step> steps) {

  /** About so much time the faults of one seed take. */
  private static final int SECONDS = 18;

  private static final int REPETITIONS = 3;
  private static final int LONG_OUTAGE_EVERY = 20;
  private static final int OUTAGE_EVERY = 10;
  private static final int LONG_OUTAGE_MILLIS = 60_000;
  private static final int OUTAGE_MILLIS = 20_000;
  private static final int KILL_ALL_MILLIS = 1_000;

  /**
   * One fault.
   *
   * @param afterMillis since the one before is over
   * @param instance which of two, where there are two
   * @param holdMillis how long it lasts, where it lasts
   */
  record Step(Fault fault, int afterMillis, int instance, int holdMillis) {

    @Override
    public String toString() {
      return "%s[%d] after %d ms for %d ms".formatted(fault, instance + 1, afterMillis, holdMillis);
    }
  }

  Schedule {
    steps = List.copyOf(steps);
  }

  static Schedule of(long seed) {
    var random = new Random(seed * 7_919);
    var steps = new ArrayList<Step>();
    int seconds = 0;
    if (seed % LONG_OUTAGE_EVERY == LONG_OUTAGE_EVERY / 2) {
      steps.add(step(Fault.BROKER_AWAY, LONG_OUTAGE_MILLIS, random));
    } else if (seed % OUTAGE_EVERY == OUTAGE_EVERY / 2) {
      steps.add(step(Fault.BROKER_AWAY, OUTAGE_MILLIS, random));
      seconds = SECONDS / 2;
    } else if (seed % OUTAGE_EVERY == OUTAGE_EVERY - 1) {
      steps.add(step(Fault.KILL_ALL, KILL_ALL_MILLIS, random));
      seconds = SECONDS / 2;
    }
    var deck = new ArrayList<>(Arrays.asList(Fault.values()));
    deck.removeAll(List.of(Fault.BROKER_AWAY, Fault.KILL_ALL));
    Collections.shuffle(deck, random);
    while (seconds < SECONDS) {
      var fault = deck.removeLast();
      steps.add(step(fault, hold(fault, random), random));
      seconds += fault.seconds();
    }
    Collections.shuffle(steps, random);
    return new Schedule(seed, steps);
  }

  /** One fault alone, several times. */
  static Schedule of(long seed, Fault only) {
    var random = new Random(seed * 7_919);
    var steps = new ArrayList<Step>();
    for (int i = 0; i < REPETITIONS; i++) {
      steps.add(step(only, hold(only, random), random));
    }
    return new Schedule(seed, steps);
  }

  private static Step step(Fault fault, int hold, Random random) {
    return new Step(fault, 300 + random.nextInt(1_500), random.nextInt(2), hold);
  }

  private static int hold(Fault fault, Random random) {
    return switch (fault) {
      case STOP_MEMBERSHIP, STOP_REPORTING -> 7_000 + random.nextInt(2_000);
      case STORE_AWAY -> 9_000;
      case STOP_STORE -> 1_000 + random.nextInt(3_000);
      case KILL_BEFORE_PUBLISHING, KILL_BEFORE_PULL, KILL_IN_CHECKPOINT ->
          100 + random.nextInt(700);
      case BROKER_AWAY -> OUTAGE_MILLIS;
      case KILL_ALL -> KILL_ALL_MILLIS;
      default -> 0;
    };
  }

  @Override
  public String toString() {
    return steps.stream().map(Step::toString).collect(Collectors.joining("; "));
  }
}

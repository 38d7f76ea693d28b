package vn.sen.chassis.job;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * How long what other instances work on has shown no sign of life, on this process's own monotonic
 * clock: clocks of instances differ, so times that another one wrote say nothing about that. For
 * one thread.
 */
public final class Sightings {

  private final LongSupplier nanos;
  private final Map<UUID, Sighting> seen = new HashMap<>();

  /** Nothing is seen yet. */
  public Sightings() {
    this(System::nanoTime);
  }

  Sightings(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * Looks once more.
   *
   * @param signs what is there now, each with a value that changes as long as somebody works on it
   * @return those whose value has been the same at every look for longer than that
   */
  public <S> Map<UUID, S> still(Duration longerThan, Map<UUID, S> signs) {
    long now = nanos.getAsLong();
    Map<UUID, S> still = new HashMap<>();
    seen.keySet().retainAll(signs.keySet());
    signs.forEach(
        (id, sign) -> {
          var before = seen.get(id);
          if (before == null || !before.sign().equals(sign)) {
            seen.put(id, new Sighting(sign, now));
          } else if (now - before.since() > longerThan.toNanos()) {
            still.put(id, sign);
          }
        });
    return still;
  }

  private record Sighting(Object sign, long since) {}
}

package vn.sen.chassis.privacy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The keys used last. A key that another instance has destroyed is forgotten here after a few
 * minutes.
 */
final class KeyCache {

  private static final long KEPT_NANOS = Duration.ofMinutes(5).toNanos();

  private final Map<UUID, Kept> entries;

  KeyCache(int size) {
    this.entries =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<UUID, Kept> eldest) {
            return size() > size;
          }
        };
  }

  private record Kept(Sealer sealer, long since) {}

  synchronized @Nullable Sealer get(UUID owner) {
    var entry = entries.get(owner);
    if (entry == null) {
      return null;
    }
    if (System.nanoTime() - entry.since() > KEPT_NANOS) {
      entries.remove(owner);
      return null;
    }
    return entry.sealer();
  }

  synchronized void put(UUID owner, Sealer sealer) {
    entries.put(owner, new Kept(sealer, System.nanoTime()));
  }

  synchronized void remove(UUID owner) {
    entries.remove(owner);
  }
}

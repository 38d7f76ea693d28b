package vn.sen.chassis.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A store in memory that dies after a given number of document writes, wherever that is. It
 * compares and sets like the real one.
 */
final class CrashingStore implements CheckpointStore<Integer> {

  static final class Crash extends RuntimeException {}

  private record StoredBucket(long watermark, byte[] packed) {}

  private final Map<Integer, StoredRow<Integer>> rows = new TreeMap<>();
  private final Map<Integer, StoredBucket> buckets = new HashMap<>();
  private final Map<Map.Entry<UUID, Long>, ParkedEvent> parked = new HashMap<>();
  private @Nullable StoredPosition position;
  private long writesLeft = Long.MAX_VALUE;

  void crashAfter(long writes) {
    writesLeft = writes;
  }

  void forgetPosition() {
    position = null;
  }

  Map<Integer, Long> figures() {
    var figures = new TreeMap<Integer, Long>();
    rows.values().forEach(row -> figures.put(row.key(), row.value()));
    return figures;
  }

  int parked() {
    return parked.size();
  }

  private void write(Runnable write) {
    if (writesLeft-- <= 0) {
      throw new Crash();
    }
    write.run();
  }

  @Override
  public void prepare() {}

  @Override
  public Collection<StoredPosition> positions() {
    return position == null ? List.of() : List.of(position);
  }

  @Override
  public StoredPartition<Integer> load(Partition partition, boolean toFold) {
    Map<Integer, SequenceBucket> sequences = new HashMap<>();
    buckets.forEach((n, b) -> sequences.put(n, SequenceBucket.unpack(b.packed(), b.watermark())));
    return new StoredPartition<>(
        position == null ? 0 : position.next(),
        position == null ? 0 : position.appendedAt(),
        List.copyOf(rows.values()),
        sequences,
        List.copyOf(parked.values()));
  }

  @Override
  public List<StoredRow<Integer>> rowsSince(Partition partition, long offset) {
    return rows.values().stream().filter(row -> row.watermark() >= offset).toList();
  }

  @Override
  public List<ParkedAggregate> parked(@Nullable ParkedAggregate after, int limit) {
    throw new UnsupportedOperationException("no test asks");
  }

  @Override
  public @Nullable SequenceBucket bucket(Partition partition, int number) {
    var bucket = buckets.get(number);
    return bucket == null ? null : SequenceBucket.unpack(bucket.packed(), bucket.watermark());
  }

  @Override
  public void writeRows(Collection<Pending<Integer>> pending) {
    boolean stale = false;
    for (var p : pending) {
      for (var row : p.fold().dirtyRows()) {
        var stored = rows.get(row.key);
        if (row.durableWatermark == (stored == null ? Row.NEW : stored.watermark())) {
          write(() -> rows.put(row.key, new StoredRow<>(row.key, row.watermark, row.value)));
        } else {
          stale = true;
        }
      }
    }
    check(stale);
  }

  @Override
  public void writeSequencesAndParked(Collection<Pending<Integer>> pending) {
    boolean stale = false;
    for (var p : pending) {
      for (var event : p.fold().parking().added()) {
        write(() -> parked.putIfAbsent(Map.entry(event.aggregate(), event.sequence()), event));
      }
      for (int number : p.fold().sequences().dirty()) {
        var bucket = p.fold().sequences().bucket(number);
        var stored = buckets.get(number);
        if (bucket.durableWatermark == (stored == null ? Row.NEW : stored.watermark())) {
          write(() -> buckets.put(number, new StoredBucket(p.fold().position(), bucket.pack())));
        } else {
          stale = true;
        }
      }
    }
    check(stale);
  }

  @Override
  public void writePositions(Collection<Pending<Integer>> pending) {
    for (var p : pending) {
      check(p.fold().committed() != (position == null ? 0 : position.next()));
      write(
          () ->
              position =
                  new StoredPosition(p.partition(), p.fold().position(), p.fold().appendedAt()));
    }
  }

  @Override
  public void removeReleased(Collection<Pending<Integer>> pending) {
    for (var p : pending) {
      for (var event : List.copyOf(p.fold().parking().released())) {
        write(() -> parked.remove(Map.entry(event.aggregate(), event.sequence())));
      }
    }
  }

  private static void check(boolean stale) {
    if (stale) {
      throw new StaleOwnerException("not as it was read");
    }
  }

  /** For messages of failed properties. */
  @Override
  public String toString() {
    return "rows " + new ArrayList<>(rows.values()) + ", position " + position;
  }
}

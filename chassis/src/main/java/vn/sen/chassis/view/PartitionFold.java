package vn.sen.chassis.view;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.deadletter.DeadLetter;
import vn.sen.chassis.deadletter.Redelivery;
import vn.sen.chassis.view.LogReplay.Addition;
import vn.sen.chassis.view.LogReplay.Counted;
import vn.sen.events.DomainEvent;
import vn.sen.events.MalformedEventException;

/**
 * Folds one partition in memory. What it decides depends only on what a checkpoint keeps and on the
 * log behind the committed offset, so a replay after a crash decides the same again; a row that has
 * counted an offset already skips it.
 *
 * @param <K> the key of a row
 */
final class PartitionFold<K> {

  private final ViewDefinition<K> view;
  private final EventTypes types;
  private final String group;
  private final Predicate<ConsumerRecord<byte[], byte[]>> concerns;
  private final @Nullable Consumer<Counted<K>> trace;
  private final Map<K, Row<K>> rows = new HashMap<>();
  private final List<Row<K>> dirty = new ArrayList<>();
  private final List<Row<K>> unpublished = new ArrayList<>();
  private final List<Addition<K>> scratch = new ArrayList<>();
  private final List<DeadLetter> deadLetters = new ArrayList<>();
  private @Nullable DomainEvent decided;
  private Sequences sequences = new Sequences();
  private Parking parking = new Parking();
  private int loads;
  private long committed;
  private long position;
  private long appendedAt;
  private long highestWatermark = Row.NEW;

  /**
   * @param group for which an operator delivers dead letters again
   */
  PartitionFold(ViewDefinition<K> view, EventTypes types, String group) {
    this(view, types, group, _ -> true, null);
  }

  /**
   * A fold that may tell of what it counts instead of keeping rows.
   *
   * @param group for which an operator delivers dead letters again
   * @param concerns the records whose events are looked into; of the others only the turn counts
   * @param trace is told; null for a fold that keeps rows
   */
  PartitionFold(
      ViewDefinition<K> view,
      EventTypes types,
      String group,
      Predicate<ConsumerRecord<byte[], byte[]>> concerns,
      @Nullable Consumer<Counted<K>> trace) {
    this.view = view;
    this.types = types;
    this.group = group;
    this.concerns = concerns;
    this.trace = trace;
  }

  /**
   * Forgets what is not durable and takes over what the store holds. Readers' figures stay.
   *
   * @throws StaleOwnerException if rows are gone from the store, though its position is not
   */
  void load(StoredPartition<K> stored) {
    beginLoad(stored.position(), stored.appendedAt());
    stored.rows().forEach(this::loadRow);
    stored.sequences().forEach(sequences::load);
    stored.parked().forEach(parking::load);
    parking.dropCounted(sequences);
    endLoad();
  }

  /** What will be loaded next is of another incarnation: none of the rows here is among it. */
  void beginAnew() {
    rows.values().forEach(row -> row.durableWatermark = Row.NEW);
  }

  private void beginLoad(long storedPosition, long storedAppendedAt) {
    dirty.clear();
    unpublished.clear();
    deadLetters.clear();
    sequences = new Sequences();
    parking = new Parking();
    committed = storedPosition;
    position = storedPosition;
    appendedAt = storedAppendedAt;
    highestWatermark = Row.NEW;
    loads++;
  }

  private void loadRow(StoredRow<K> stored) {
    var row = rows.computeIfAbsent(stored.key(), Row::new);
    row.value = stored.value();
    row.watermark = stored.watermark();
    row.durableWatermark = stored.watermark();
    row.dirty = false;
    row.loaded = loads;
    highestWatermark = Math.max(highestWatermark, stored.watermark());
  }

  private void endLoad() {
    if (position > 0) {
      requireRows();
    }
    for (var row : rows.values()) {
      if (row.loaded != loads) {
        row.value = 0;
        row.watermark = Row.NEW;
        row.durableWatermark = Row.NEW;
        row.dirty = false;
      }
      if (row.value != row.visible) {
        unpublished.add(row);
      }
    }
  }

  private void requireRows() {
    long gone =
        rows.values().stream()
            .filter(row -> row.loaded != loads && row.durableWatermark != Row.NEW)
            .count();
    if (gone > 0) {
      throw new StaleOwnerException(
          gone + " rows are no longer stored, though they are folded up to " + position);
    }
  }

  /** Takes over rows that the partition's owner has written, for an instance that only follows. */
  void follow(long storedPosition, long storedAppendedAt, List<StoredRow<K>> changed) {
    for (var stored : changed) {
      loadRow(stored);
      var row = rows.get(stored.key());
      if (row != null) {
        unpublished.add(row);
      }
    }
    committed = storedPosition;
    position = storedPosition;
    appendedAt = storedAppendedAt;
  }

  /**
   * Folds one record. Records must come in the log's order, each once after a load; what cannot be
   * counted is among the {@link #deadLetters()} afterwards.
   */
  void apply(ConsumerRecord<byte[], byte[]> record) {
    if (record.offset() < position) {
      throw new IllegalStateException(
          "Offset " + record.offset() + " again, expected " + position + " or later");
    }
    position = record.offset() + 1;
    appendedAt = record.timestamp();
    if (Redelivery.isForOther(record, group)) {
      return;
    }
    try {
      apply(record, EventHeaders.aggregate(record), EventHeaders.sequence(record));
    } catch (MalformedEventException e) {
      deadLetters.add(new DeadLetter(record, String.valueOf(e.getMessage())));
    }
  }

  private void apply(ConsumerRecord<byte[], byte[]> record, UUID aggregate, long sequence) {
    long last = sequences.get(aggregate);
    if (sequence <= last) {
      return;
    }
    if (sequence > last + 1) {
      parking.park(new ParkedEvent(aggregate, sequence, record));
      return;
    }
    boolean counted = count(record, aggregate, sequence, record.offset());
    if (counted && !parking.isEmpty()) {
      // the same event may have waited here since a replay of dead letters
      parking.release(aggregate, sequence);
    }
    while (counted && !parking.isEmpty()) {
      sequence++;
      var parked = parking.release(aggregate, sequence);
      counted = parked != null && count(parked.record(), aggregate, sequence, record.offset());
    }
  }

  /**
   * Counts the aggregate's next event at an offset, or says no and leaves the aggregate where it
   * is.
   */
  private boolean count(
      ConsumerRecord<byte[], byte[]> record, UUID aggregate, long sequence, long offset) {
    var reason = decide(record, aggregate, sequence);
    if (reason != null) {
      deadLetters.add(new DeadLetter(record, reason));
      return false;
    }
    if (trace == null) {
      scratch.forEach(addition -> add(addition.row(), addition.delta(), offset));
    } else if (decided != null) {
      var meta = new RecordMeta(aggregate, sequence, record.timestamp());
      trace.accept(new Counted<>(record, offset, decided, meta, scratch));
    }
    sequences.put(
        aggregate.getMostSignificantBits(), aggregate.getLeastSignificantBits(), sequence);
    return true;
  }

  /** Decodes the event and collects its additions; answers why it cannot be counted, or null. */
  private @Nullable String decide(
      ConsumerRecord<byte[], byte[]> record, UUID aggregate, long sequence) {
    scratch.clear();
    decided = null;
    if (Redelivery.isGivenUp(record)) {
      return null;
    }
    try {
      byte[] name = EventHeaders.required(record, "ce_type");
      var type = types.find(name);
      if (type == null) {
        return "Unknown event type " + new String(name, StandardCharsets.UTF_8);
      }
      if (record.value() == null) {
        return "A record without data";
      }
      if (type.wanted() && concerns.test(record)) {
        DomainEvent event = view.catalog().decode(type.name(), record.value());
        var meta = new RecordMeta(aggregate, sequence, record.timestamp());
        view.fold(event, meta, (row, delta) -> scratch.add(new Addition<>(row, delta)));
        decided = event;
      }
      return null;
    } catch (RuntimeException e) {
      // whatever the event does to the definition, only its own aggregate waits for it
      return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
  }

  private void add(K key, long delta, long offset) {
    var row = rows.computeIfAbsent(key, Row::new);
    if (offset <= row.durableWatermark) {
      return;
    }
    row.value += delta;
    row.watermark = offset;
    if (!row.dirty) {
      row.dirty = true;
      dirty.add(row);
    }
  }

  /** Whether anything was folded since the last checkpoint. */
  boolean hasPending() {
    return position != committed;
  }

  /** All rows, also those that are not durable or count nothing any more. */
  Collection<Row<K>> rows() {
    return rows.values();
  }

  List<Row<K>> dirtyRows() {
    return dirty;
  }

  Sequences sequences() {
    return sequences;
  }

  Parking parking() {
    return parking;
  }

  /** Records that could not be counted since the last checkpoint. */
  List<DeadLetter> deadLetters() {
    return deadLetters;
  }

  /** The next offset to fold. */
  long position() {
    return position;
  }

  /** The next offset as the store has it. */
  long committed() {
    return committed;
  }

  /** When the last record folded was appended, epoch milliseconds; 0 before the first. */
  long appendedAt() {
    return appendedAt;
  }

  /**
   * The next offset to fold from which on the memory shows one point of the log, provided that
   * nothing is pending. After a crash in the middle of a checkpoint the store is ahead in some rows
   * until the replay has passed them.
   */
  long evenFrom() {
    return Math.max(position, highestWatermark + 1);
  }

  /**
   * Shows readers what is durable.
   *
   * @return false if the memory is not even yet, and nothing was shown
   */
  boolean publish(RowSink<K> readers) {
    if (position < evenFrom()) {
      return false;
    }
    for (var row : unpublished) {
      if (row.value != row.visible) {
        readers.add(row.key, row.value - row.visible);
        row.visible = row.value;
      }
    }
    unpublished.clear();
    return true;
  }

  /**
   * All that was pending is durable now, except that released events still have to leave the store.
   */
  void durable() {
    for (var row : dirty) {
      row.durableWatermark = row.watermark;
      row.dirty = false;
    }
    unpublished.addAll(dirty);
    dirty.clear();
    sequences.written(position);
    parking.addedWritten();
    deadLetters.clear();
    committed = position;
  }
}

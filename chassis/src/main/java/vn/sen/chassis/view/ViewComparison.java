package vn.sen.chassis.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.view.ViewCheck.Difference;
import vn.sen.chassis.view.ViewMemory.ShownRows;
import vn.sen.chassis.view.ViewPosition.TopicPosition;

/** Compares a view, as readers see it and as the store keeps it, with the log, row by row. */
final class ViewComparison<K> {

  /** So many differences are told one by one. */
  private static final int TOLD = 100;

  private final ViewDefinition<K> view;
  private final ViewMemory<K> memory;
  private final CheckpointStore<K> store;
  private final List<Difference> differences = new ArrayList<>();
  private long rows;
  private long different;

  ViewComparison(ViewDefinition<K> view, ViewMemory<K> memory, CheckpointStore<K> store) {
    this.view = view;
    this.memory = memory;
    this.store = store;
  }

  ViewCheck compare(LogReplay replay, LongConsumer read) {
    var shown = memory.shown();
    var position = position(shown);
    var fresh = replay.partitions(view, position, read);
    for (var partition : shown) {
      var fold = fresh.get(partition.partition().topicPartition());
      compare(partition, fold == null ? Map.of() : values(fold));
    }
    return new ViewCheck(position, rows, different, differences);
  }

  private static <K> Map<K, Long> values(PartitionFold<K> fold) {
    var values = new HashMap<K, Long>();
    fold.rows().forEach(row -> values.put(row.key, row.value));
    return values;
  }

  private ViewPosition position(List<ShownRows<K>> shown) {
    var next = new HashMap<String, TreeMap<Integer, Long>>();
    var ids = new HashMap<String, String>();
    for (var s : shown) {
      next.computeIfAbsent(s.partition().topic(), _ -> new TreeMap<>())
          .put(s.partition().number(), s.next());
      ids.put(s.partition().topic(), s.partition().topicId());
    }
    var topics = new HashMap<String, TopicPosition>();
    next.forEach(
        (topic, byNumber) ->
            topics.put(
                topic,
                new TopicPosition(ids.getOrDefault(topic, ""), List.copyOf(byNumber.values()))));
    return new ViewPosition(topics);
  }

  private void compare(ShownRows<K> shown, Map<K, Long> expected) {
    var stored = new HashMap<K, StoredRow<K>>();
    store.load(shown.partition(), false).rows().forEach(row -> stored.put(row.key(), row));
    Set<K> keys = new HashSet<>(expected.keySet());
    keys.addAll(shown.values().keySet());
    keys.addAll(stored.keySet());
    for (var key : keys) {
      compare(
          shown.partition(),
          key,
          expected.getOrDefault(key, 0L),
          stored.get(key),
          shown.values().getOrDefault(key, 0L),
          shown.next());
    }
  }

  /** A row that has counted later records than readers saw is in the store as it is only now. */
  private void compare(
      Partition partition,
      K key,
      long expected,
      @Nullable StoredRow<K> stored,
      long shown,
      long next) {
    boolean movedOn = stored != null && stored.watermark() >= next;
    if (movedOn && expected == 0 && shown == 0) {
      return; // it did not exist at that position
    }
    rows++;
    boolean storedWell = movedOn || (stored == null ? 0 : stored.value()) == expected;
    if (storedWell && shown == expected) {
      return;
    }
    different++;
    if (differences.size() < TOLD) {
      differences.add(
          new Difference(
              partition.topic(),
              partition.number(),
              view.write(key),
              expected,
              stored == null || movedOn ? null : stored.value(),
              shown));
    }
  }
}

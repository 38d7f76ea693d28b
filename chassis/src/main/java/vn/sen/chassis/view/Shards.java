package vn.sen.chassis.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.view.ViewPosition.TopicPosition;

/** All partitions of a view, own and foreign ones. Only the view's thread changes them. */
final class Shards<K> {

  private final ViewDefinition<K> view;
  private final EventTypes types;
  private final String group;
  private final String generation;
  private final Map<TopicPartition, Shard<K>> shards = new HashMap<>();

  Shards(ViewDefinition<K> view, String group, String generation) {
    this.view = view;
    this.group = group;
    this.generation = generation;
    this.types = new EventTypes(view.catalog(), view.wants());
  }

  /** Opens a shard for every partition that has none yet. */
  void open(Map<String, TopicDescription> topics) {
    for (var topic : topics.values()) {
      for (var info : topic.partitions()) {
        var topicPartition = new TopicPartition(topic.name(), info.partition());
        shards.computeIfAbsent(
            topicPartition,
            tp ->
                new Shard<>(
                    tp,
                    new Partition(tp.topic(), topic.topicId().toString(), tp.partition()),
                    new PartitionFold<>(view, types, group)));
      }
    }
  }

  /**
   * Compares the shards with what the store has folded and what the broker has now. A shard of
   * another incarnation keeps the figures of the old one and says so.
   */
  void compareTopics(Collection<StoredPosition> stored, Map<String, String> idsNow) {
    // a partition that never had a record has no position of its own, but its topic was known
    var folded = new HashMap<String, String>();
    stored.forEach(s -> folded.put(s.partition().topic(), s.partition().topicId()));
    for (var shard : shards.values()) {
      var topic = shard.topicPartition.topic();
      var before = folded.getOrDefault(topic, shard.partition.topicId());
      if (!before.equals(shard.partition.topicId())) {
        shard.partition = new Partition(topic, before, shard.topicPartition.partition());
        shard.loaded = false;
        // of the new incarnation nothing is shown yet; what is shown stays until it is
        shard.visible = -1;
        shard.freshAt = 0;
        shard.fold.beginAnew();
      }
    }
    for (var shard : shards.values()) {
      // the log's end is not known yet, only which topics there are
      shard.endAt = 0;
      shard.problem = problem(shard, idsNow.get(shard.topicPartition.topic()));
    }
  }

  /**
   * Why a shard must not be folded, or null.
   *
   * @param now the topic's id as the broker has it, null if there is no such topic
   */
  @Nullable String problem(Shard<K> shard, @Nullable String now) {
    var topic = shard.topicPartition.topic();
    if (now == null) {
      return "Topic " + topic + " was deleted";
    }
    if (!now.equals(shard.partition.topicId())) {
      return "Topic %s was created anew: %s is folded, %s is there"
          .formatted(topic, shard.partition.topicId(), now);
    }
    long folded = Math.max(shard.fold.committed(), shard.visible);
    if (shard.endAt > 0 && shard.loaded && folded > shard.end) {
      return "Topic %s, partition %d: %d is folded, the log ends at %d"
          .formatted(topic, shard.topicPartition.partition(), folded, shard.end);
    }
    return null;
  }

  Collection<Shard<K>> all() {
    return shards.values();
  }

  Stream<Shard<K>> stream() {
    return shards.values().stream();
  }

  boolean isEmpty() {
    return shards.isEmpty();
  }

  Shard<K> get(TopicPartition topicPartition) {
    var shard = shards.get(topicPartition);
    if (shard == null) {
      throw new IllegalStateException("No shard for " + topicPartition);
    }
    return shard;
  }

  /** What readers see. */
  ViewPosition position() {
    var topics = new TreeMap<String, TopicPosition>();
    var partitions = new TreeMap<String, TreeMap<Integer, Shard<K>>>();
    for (var shard : shards.values()) {
      partitions
          .computeIfAbsent(shard.topicPartition.topic(), _ -> new TreeMap<>())
          .put(shard.topicPartition.partition(), shard);
    }
    partitions.forEach(
        (topic, byNumber) -> {
          List<Long> next = new ArrayList<>();
          byNumber.values().forEach(shard -> next.add(shard.visible));
          topics.put(
              topic, new TopicPosition(byNumber.firstEntry().getValue().partition.topicId(), next));
        });
    return new ViewPosition(topics, generation);
  }
}

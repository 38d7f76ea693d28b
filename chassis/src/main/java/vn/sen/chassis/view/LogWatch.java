package vn.sen.chassis.view;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicCollection;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import vn.sen.chassis.deadletter.DeadLetterTopic;

/** Asks the broker about the topics themselves. */
final class LogWatch implements AutoCloseable {

  private final List<String> topics;
  private final Admin admin;

  LogWatch(String bootstrap, String group, Collection<String> topics) {
    this.topics = List.copyOf(topics);
    this.admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                AdminClientConfig.CLIENT_ID_CONFIG,
                group + ".watch",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                4_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                8_000));
  }

  /**
   * The topics that exist, by name.
   *
   * @throws KafkaException if the broker does not answer
   */
  Map<String, TopicDescription> describe() {
    var found = new HashMap<String, TopicDescription>();
    var asked = admin.describeTopics(topics).topicNameValues();
    for (var topic : asked.entrySet()) {
      try {
        found.put(topic.getKey(), BrokerAnswer.of(topic.getValue()));
      } catch (UnknownTopicOrPartitionException e) {
        found.remove(topic.getKey());
      }
    }
    return found;
  }

  /**
   * The ids of the topics that exist, by name.
   *
   * @throws KafkaException if the broker does not answer
   */
  Map<String, String> ids() {
    return describe().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, t -> t.getValue().topicId().toString()));
  }

  /**
   * Makes sure that these topics, not others of the same name, still exist. Asked by their ids it
   * is one question; by name the client would ask for the cluster first.
   *
   * @throws KafkaException if one was deleted or created anew, or the broker does not answer
   */
  void requireTopics(Collection<String> topicIds) {
    var ids = topicIds.stream().map(Uuid::fromString).toList();
    BrokerAnswer.of(admin.describeTopics(TopicCollection.ofTopicIds(ids)).allTopicIds());
  }

  /**
   * The next offset that will be written, by partition.
   *
   * @throws KafkaException if the broker does not answer
   */
  Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
    return offsets(partitions, OffsetSpec.latest());
  }

  /**
   * The offsets that a question leads to, by partition; −1 where it leads to none.
   *
   * @throws KafkaException if the broker does not answer
   */
  Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec spec) {
    var asked =
        admin.listOffsets(
            partitions.stream().collect(Collectors.toMap(Function.identity(), _ -> spec)));
    return BrokerAnswer.of(asked.all()).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().offset()));
  }

  /**
   * Creates the dead-letter topics that do not exist yet; they keep everything.
   *
   * @throws KafkaException if the broker does not answer
   */
  void createDeadLetterTopics(String group) {
    for (var topic : topics) {
      try {
        BrokerAnswer.of(admin.createTopics(List.of(DeadLetterTopic.of(topic, group))).all());
      } catch (TopicExistsException e) {
        // what was wanted
        continue;
      }
    }
  }

  @Override
  public void close() {
    admin.close(java.time.Duration.ofSeconds(2));
  }
}

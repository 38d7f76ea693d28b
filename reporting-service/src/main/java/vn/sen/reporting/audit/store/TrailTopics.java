package vn.sen.reporting.audit.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import vn.sen.chassis.view.BrokerAnswer;
import vn.sen.events.Topic;
import vn.sen.reporting.audit.LogPartition;
import vn.sen.reporting.audit.LogRecord;

/** The topics whose records make the trail, as the broker has them. */
final class TrailTopics implements AutoCloseable {

  /** Everything that services tell: a command leaves its trace on one of them. */
  static final List<Topic> ALL =
      List.of(
          Topic.ORG_UNITS,
          Topic.MEMBERS,
          Topic.HOUSEHOLDS,
          Topic.TRANSFERS,
          Topic.IMPORTS,
          Topic.DATA_REQUESTS,
          Topic.GROUP_TYPES,
          Topic.COMMUNITY_GROUPS,
          Topic.VOICES,
          Topic.TITLES,
          Topic.POSTS,
          Topic.CADRES,
          Topic.ATTENDANCE,
          Topic.BANKS,
          Topic.PROGRAMMES,
          Topic.GROUPS,
          Topic.LOANS,
          Topic.BORROWING_HOUSEHOLDS,
          Topic.STATEMENTS,
          Topic.AGREEMENTS,
          Topic.FEES,
          Topic.THEMES,
          Topic.COURSES,
          Topic.CLASSES,
          Topic.COMPETENCIES,
          Topic.PARTICIPANTS,
          Topic.CERTIFICATES,
          Topic.NOMINATIONS,
          Topic.TRAINING_PLANS,
          Topic.UNION_PROGRAMMES,
          Topic.ACTIVITIES,
          Topic.WARNINGS,
          Topic.ISSUED_REPORTS,
          Topic.REPORT_DEFINITIONS,
          Topic.PUBLISHED_FIGURES,
          Topic.ACCESS,
          Topic.AUDIT);

  private final List<Topic> topics;
  private final Admin admin;

  TrailTopics(String bootstrap, List<Topic> topics) {
    this.topics = List.copyOf(topics);
    this.admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                4_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                8_000));
  }

  /**
   * The partitions of the topics that exist.
   *
   * @throws KafkaException if the broker does not answer
   */
  Map<TopicPartition, LogPartition> present() {
    var present = new HashMap<TopicPartition, LogPartition>();
    for (var topic : described()) {
      for (var partition : topic.partitions()) {
        present.put(
            new TopicPartition(topic.name(), partition.partition()),
            new LogPartition(topic.name(), topic.topicId().toString(), partition.partition()));
      }
    }
    return present;
  }

  private List<TopicDescription> described() {
    var found = new ArrayList<TopicDescription>();
    var asked = admin.describeTopics(topics.stream().map(Topic::name).toList()).topicNameValues();
    for (var topic : asked.values()) {
      try {
        found.add(BrokerAnswer.of(topic));
      } catch (UnknownTopicOrPartitionException e) {
        // its service has not started yet
        continue;
      }
    }
    return found;
  }

  /** A record without the client's wrapping. */
  static LogRecord record(ConsumerRecord<byte[], byte[]> record) {
    var headers = new ArrayList<LogRecord.Header>();
    record.headers().forEach(h -> headers.add(new LogRecord.Header(h.key(), h.value())));
    return new LogRecord(
        record.offset(), record.timestamp(), record.key(), headers, record.value());
  }

  @Override
  public void close() {
    admin.close(java.time.Duration.ofSeconds(2));
  }
}

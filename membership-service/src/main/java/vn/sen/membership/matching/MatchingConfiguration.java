package vn.sen.membership.matching;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.scheduling.annotation.EnableScheduling;
import vn.sen.chassis.consume.EventConsumers;
import vn.sen.events.Topic;
import vn.sen.events.restricted.IdentityHash;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class MatchingConfiguration {

  /** So long after a member's hash was withdrawn or replaced, the old one may still be read. */
  private static final Duration CLEANED_WITHIN = Duration.ofDays(1);

  /** A lending service that was away for less still learns of a withdrawal from this topic. */
  private static final Duration WITHDRAWALS_KEPT = Duration.ofDays(7);

  /**
   * Unlike the topics of events this one keeps the last word about each member only, and nothing of
   * whom it is withdrawn.
   */
  static NewTopic restrictedTopic() {
    return new NewTopic(
            IdentityHash.TOPIC.name(),
            Optional.of(IdentityHash.TOPIC.partitions()),
            Optional.empty())
        .configs(
            Map.of(
                "cleanup.policy",
                "compact",
                "max.compaction.lag.ms",
                Long.toString(CLEANED_WITHIN.toMillis()),
                "segment.ms",
                Long.toString(CLEANED_WITHIN.toMillis() / 2),
                "delete.retention.ms",
                Long.toString(WITHDRAWALS_KEPT.toMillis()),
                "message.timestamp.type",
                "LogAppendTime"));
  }

  @Bean(destroyMethod = "close")
  Producer<byte[], byte[]> identityHashProducer(@Value("${sen.kafka.bootstrap}") String bootstrap) {
    return new KafkaProducer<>(
        Map.<String, Object>of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            true),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  @Bean
  MessageListenerContainer membersToRecognise(EventConsumers consumers, HashPublisher publisher) {
    return consumers.batches(HashPublisher.GROUP, Topic.MEMBERS.name(), publisher::take);
  }
}

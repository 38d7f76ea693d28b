package vn.sen.chassis.consume;

import java.util.Collection;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.stream.binder.kafka.ListenerContainerWithDlqAndRetryCustomizer;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.util.backoff.BackOff;
import vn.sen.chassis.deadletter.DeadLetterTopic;
import vn.sen.chassis.relay.TopicCheck;

/**
 * Replaces the binder's error handling, which after a few tries without delay logs a record, skips
 * it and commits; {@link ConsumerErrors} decides about failures. Records that are done are
 * acknowledged twice a second and when partitions are given up: what a crash lets come again, the
 * inbox knows, so that an acknowledgement of its own for each record would buy nothing.
 */
final class BindingErrors implements ListenerContainerWithDlqAndRetryCustomizer {

  private static final long ACKNOWLEDGE_EVERY_MILLIS = 500;

  private final EventConsumers consumers;
  private final TopicCheck topics;

  BindingErrors(EventConsumers consumers, TopicCheck topics) {
    this.consumers = consumers;
    this.topics = topics;
  }

  /** Neither retries nor dead letters of the binder. */
  @Override
  public boolean retryAndDlqInBinding(String destination, String group) {
    return false;
  }

  @Override
  public void configure(
      AbstractMessageListenerContainer<?, ?> container,
      String destination,
      String group,
      @Nullable BiFunction<ConsumerRecord<?, ?>, Exception, TopicPartition> binderDeadLetters,
      @Nullable BackOff binderBackOff) {
    var consumer = consumers.of(group);
    topics.ensure(DeadLetterTopic.of(destination, group));
    container.getContainerProperties().setAckMode(AckMode.TIME);
    container.getContainerProperties().setAckTime(ACKNOWLEDGE_EVERY_MILLIS);
    container.getContainerProperties().setConsumerRebalanceListener(forgetting(consumer));
    container.setCommonErrorHandler(new ConsumerErrors(consumer));
    passOver(container, consumer);
  }

  /** Most records of a topic concern no process: they need not go through all of the binding. */
  @SuppressWarnings("unchecked")
  private static void passOver(
      AbstractMessageListenerContainer<?, ?> container, EventConsumer consumer) {
    // the binder is configured to hand over bytes
    var ofBytes = (AbstractMessageListenerContainer<byte[], byte[]>) container;
    ofBytes.setRecordInterceptor((record, _) -> consumer.concerns(record) ? record : null);
  }

  private static ConsumerAwareRebalanceListener forgetting(EventConsumer consumer) {
    return new ConsumerAwareRebalanceListener() {
      @Override
      public void onPartitionsAssigned(
          Consumer<?, ?> kafka, Collection<TopicPartition> partitions) {
        consumer.forget(partitions);
      }

      @Override
      public void onPartitionsRevokedAfterCommit(
          Consumer<?, ?> kafka, Collection<TopicPartition> partitions) {
        consumer.forget(partitions);
      }
    };
  }
}

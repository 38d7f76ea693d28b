package vn.sen.chassis.relay;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import vn.sen.events.Topic;

/**
 * Makes the topics a service publishes to or reads before it does, so that none comes into being by
 * accident with the broker's defaults. They keep everything and carry the broker's append time.
 */
public final class TopicCheck {

  private static final Map<String, String> HISTORY =
      Map.of(
          "cleanup.policy", "delete",
          "retention.ms", "-1",
          "retention.bytes", "-1",
          "message.timestamp.type", "LogAppendTime",
          "max.message.bytes", Integer.toString(Topic.MAX_RECORD_BYTES));

  private static final long LOOK_AGAIN_NANOS = 20_000_000;

  private final String bootstrapServers;
  private final Duration patience;

  public TopicCheck(String bootstrapServers, Duration patience) {
    this.bootstrapServers = bootstrapServers;
    this.patience = patience;
  }

  /**
   * Creates the missing topics and checks the number of partitions of those that exist.
   *
   * @throws IllegalStateException if the broker does not answer in time or a topic has another
   *     number of partitions
   */
  public void ensure(Collection<Topic> topics) {
    ensureAll(topics.stream().map(TopicCheck::history).toList());
  }

  /**
   * Creates one topic if it is missing, and checks its number of partitions if not.
   *
   * @throws IllegalStateException like {@link #ensure(Collection)}
   */
  public void ensure(NewTopic topic) {
    ensureAll(List.of(topic));
  }

  private static NewTopic history(Topic topic) {
    return new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
        .configs(HISTORY);
  }

  private void ensureAll(List<NewTopic> topics) {
    Map<String, Object> config = new HashMap<>();
    config.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
    try (var admin = Admin.create(config)) {
      for (var topic : topics) {
        create(admin, topic);
      }
      for (var topic : topics) {
        int partitions = partitions(admin, topic.name());
        if (partitions != topic.numPartitions()) {
          throw new IllegalStateException(
              "Topic %s has %d partitions instead of %d"
                  .formatted(topic.name(), partitions, topic.numPartitions()));
        }
        awaitLeaders(admin, topic);
      }
    } catch (TimeoutException | ExecutionException e) {
      throw new IllegalStateException("No answer from Kafka at " + bootstrapServers, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while checking topics", e);
    }
  }

  private void create(Admin admin, NewTopic topic)
      throws ExecutionException, TimeoutException, InterruptedException {
    try {
      get(admin.createTopics(List.of(topic)).all());
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  private int partitions(Admin admin, String topic)
      throws ExecutionException, TimeoutException, InterruptedException {
    var described = onceKnown(() -> get(admin.describeTopics(List.of(topic)).allTopicNames()));
    return described.values().iterator().next().partitions().size();
  }

  /**
   * Asks each partition's leader for its end, which waits until there is one. A producer that sends
   * before loses its first batch for two minutes: later ones overtake it, and the broker refuses it
   * until its delivery times out.
   */
  private void awaitLeaders(Admin admin, NewTopic topic)
      throws ExecutionException, TimeoutException, InterruptedException {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    for (int partition = 0; partition < topic.numPartitions(); partition++) {
      ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
    }
    onceKnown(() -> get(admin.listOffsets(ends).all()));
  }

  /** A question to the broker. */
  private interface Question<T> {
    T ask() throws ExecutionException, TimeoutException, InterruptedException;
  }

  /** A topic that was just created may not be known to the broker that is asked yet. */
  private <T> T onceKnown(Question<T> question)
      throws ExecutionException, TimeoutException, InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        return question.ask();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)
            || System.nanoTime() > deadline) {
          throw e;
        }
        LockSupport.parkNanos(LOOK_AGAIN_NANOS);
      }
    }
  }

  private <T> T get(KafkaFuture<T> future)
      throws ExecutionException, TimeoutException, InterruptedException {
    return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
  }
}

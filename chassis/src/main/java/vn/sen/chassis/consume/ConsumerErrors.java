package vn.sen.chassis.consume;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ListenerUtils;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Decides what follows a failure. A record is passed over only after it was given up, and given up
 * only for a failure that time does not heal. Each failure is judged by itself: a store that comes
 * back to find an event refused is no longer waited for, which is why spring-kafka's own handler,
 * whose back-off is chosen at the first failure, does not serve here.
 */
final class ConsumerErrors implements CommonErrorHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ConsumerErrors.class);
  private static final long FIRST_PAUSE_MILLIS = 200;
  private static final long LONGEST_PAUSE_MILLIS = Duration.ofSeconds(5).toMillis();
  private static final int UNEXPECTED_TRIES = 5;

  /** The failures of one record in a row. */
  private record Tries(long offset, int failures, int unexpected) {

    static Tries of(@Nullable Tries before, EventFailed failed) {
      long offset = failed.record().offset();
      var same = before != null && before.offset == offset ? before : new Tries(offset, 0, 0);
      boolean unexpected = failed.kind() == EventFailed.Kind.UNEXPECTED;
      return new Tries(offset, same.failures + 1, same.unexpected + (unexpected ? 1 : 0));
    }

    long pauseMillis() {
      return Math.min(FIRST_PAUSE_MILLIS << Math.min(failures - 1, 10), LONGEST_PAUSE_MILLIS);
    }
  }

  private final EventConsumer consumer;
  private final Map<TopicPartition, Tries> failing = new ConcurrentHashMap<>();

  ConsumerErrors(EventConsumer consumer) {
    this.consumer = consumer;
  }

  /**
   * @return whether the record is done with; else the container hands it over again, before any
   *     later one
   */
  @Override
  public boolean handleOne(
      Exception thrown,
      ConsumerRecord<?, ?> record,
      Consumer<?, ?> kafka,
      MessageListenerContainer container) {
    var failed = EventFailed.of(thrown, record);
    var partition = new TopicPartition(record.topic(), record.partition());
    var tries = Tries.of(failing.get(partition), failed);
    failing.put(partition, tries);
    boolean hopeless =
        failed.kind() == EventFailed.Kind.PERMANENT || tries.unexpected() >= UNEXPECTED_TRIES;
    if (hopeless && gaveUp(failed)) {
      failing.remove(partition);
      return true;
    }
    LOG.warn(
        "{}@{} failed {} times ({}); again in {} ms",
        partition,
        record.offset(),
        tries.failures(),
        failed.reason(),
        tries.pauseMillis());
    pause(container, tries.pauseMillis());
    return false;
  }

  private boolean gaveUp(EventFailed failed) {
    try {
      consumer.giveUp(failed);
      return true;
    } catch (RuntimeException e) {
      LOG.warn("Neither store nor dead letters take {}", failed.record().offset(), e);
      return false;
    }
  }

  private static void pause(MessageListenerContainer container, long millis) {
    try {
      ListenerUtils.stoppableSleep(container, millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void handleOtherException(
      Exception thrown,
      Consumer<?, ?> kafka,
      MessageListenerContainer container,
      boolean batchListener) {
    LOG.warn("Polling or committing failed; going on", thrown);
    pause(container, FIRST_PAUSE_MILLIS);
  }
}

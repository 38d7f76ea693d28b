package vn.sen.reporting.audit.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import vn.sen.reporting.audit.LogRecord;

/** Reads one partition after the other from its beginning. */
final class LogReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration CLOSING = Duration.ofSeconds(2);

  /** So long the broker may give nothing although there is something. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final int MANY = 5_000;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Deque<LogRecord> polled = new ArrayDeque<>();
  private TopicPartition partition = new TopicPartition("", 0);
  private long end;

  LogReader(String bootstrap) {
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                // a question that is still open when the next partition begins holds that one up
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                20,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                MANY),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
  }

  /** Goes to a partition's beginning, as far as the log still has it. */
  void begin(TopicPartition next) {
    partition = next;
    polled.clear();
    var only = List.of(next);
    consumer.assign(only);
    consumer.seekToBeginning(only);
    end = consumer.endOffsets(only).getOrDefault(next, 0L);
  }

  /**
   * The records that follow, up to an offset that is not among them any more.
   *
   * @throws KafkaException if the broker does not give them
   */
  List<LogRecord> until(long offset) {
    var records = new ArrayList<LogRecord>();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      while (!polled.isEmpty() && polled.peek().offset() < offset) {
        records.add(polled.remove());
      }
      if (!polled.isEmpty() || consumer.position(partition) >= Math.min(offset, end)) {
        return records;
      }
      consumer.poll(POLL).forEach(record -> polled.add(TrailTopics.record(record)));
      if (polled.isEmpty() && System.nanoTime() - deadline > 0) {
        throw new KafkaException("Nothing comes from " + partition + " behind what was read");
      }
    }
  }

  /** The records that follow, as many as come at once; none at the end. */
  List<LogRecord> next() {
    if (consumer.position(partition) >= end) {
      return List.of();
    }
    return until(Math.min(end, consumer.position(partition) + MANY));
  }

  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(CLOSING));
  }
}

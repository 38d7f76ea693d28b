package vn.sen.chassis.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vn.sen.events.Topic;

/**
 * Puts what cannot be counted or handled into {@code <topic>.dlt.<group>}: the record as it came,
 * with headers that say where it was and why. After a crash a record may be there twice; topic,
 * partition and offset tell.
 */
public final class DeadLetterProducer implements AutoCloseable {

  private final String group;
  private final KafkaProducer<byte[], byte[]> producer;

  public DeadLetterProducer(String bootstrap, String group) {
    this.group = group;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ProducerConfig.CLIENT_ID_CONFIG,
                group + ".dlt",
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                DeadLetterTopic.MAX_BYTES,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                10_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                15_000),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /**
   * Sends and waits for the broker's acknowledgement.
   *
   * @throws KafkaException if the broker did not take all of them
   */
  public void send(List<DeadLetter> letters) {
    var sent = new ArrayList<Future<RecordMetadata>>();
    for (var letter : letters) {
      sent.add(producer.send(record(letter)));
    }
    try {
      for (var future : sent) {
        future.get(20, TimeUnit.SECONDS);
      }
    } catch (ExecutionException | TimeoutException e) {
      throw new KafkaException("Dead letters were not acknowledged", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("Interrupted", e);
    }
  }

  private ProducerRecord<byte[], byte[]> record(DeadLetter letter) {
    var record = letter.record();
    var out =
        new ProducerRecord<>(
            Topic.deadLetters(record.topic(), group),
            null,
            record.key(),
            record.value(),
            record.headers());
    var headers = out.headers();
    headers.add("sen_dlt_topic", utf8(record.topic()));
    headers.add("sen_dlt_partition", utf8(Integer.toString(record.partition())));
    headers.add("sen_dlt_offset", utf8(Long.toString(record.offset())));
    headers.add("sen_dlt_group", utf8(group));
    headers.add("sen_dlt_reason", utf8(letter.reason()));
    return out;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(2));
  }
}

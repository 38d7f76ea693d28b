package vn.sen.chassis.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ConsumerErrorsTest {

  private static final TopicPartition KEPT = new TopicPartition("lamps", 0);
  private static final TopicPartition LOST = new TopicPartition("lamps", 1);

  @Test
  void whatCouldNotBeAcknowledgedIsAskedForAgain() {
    // given a consumer that polled up to 20 and has lost one of its partitions since
    try (var kafka = new MockConsumer<byte[], byte[]>("none")) {
      kafka.assign(List.of(KEPT));
      kafka.updateBeginningOffsets(Map.of(KEPT, 0L));
      kafka.seek(KEPT, 20);

      // when the acknowledgement of 17 fails
      new ConsumerErrors(null)
          .handleRemaining(
              new CommitFailedException(),
              List.of(record(KEPT, 17), record(LOST, 5), record(KEPT, 18)),
              kafka,
              null);

      // then
      assertThat(kafka.position(KEPT)).isEqualTo(17);
    }
  }

  private static ConsumerRecord<byte[], byte[]> record(TopicPartition partition, long offset) {
    return new ConsumerRecord<>(
        partition.topic(), partition.partition(), offset, new byte[0], new byte[0]);
  }
}

package vn.sen.chassis.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import vn.sen.events.Cause;
import vn.sen.events.EventRecord;

/** Records of beads. */
final class BeadMother {

  static final Partition PARTITION = new Partition("test.bead.events.v1", "id-of-the-topic", 0);

  private BeadMother() {}

  static UUID aggregate(int number) {
    return new UUID(0x0123456789abcdefL, number);
  }

  static Bead put(int beads, Integer... bowls) {
    return new Bead.Put(List.of(bowls), beads);
  }

  static ProducerRecord<byte[], byte[]> message(
      String topic, UUID aggregate, long sequence, Bead event) {
    return new EventRecord(
            EventRecord.idOf(aggregate, sequence),
            "/test",
            aggregate,
            Bead.CATALOG.nameOf(event),
            Instant.parse("2024-01-01T00:00:00Z"),
            sequence,
            event.effectiveDate(),
            Cause.UNKNOWN,
            Bead.CATALOG.encode(event))
        .toProducerRecord(topic);
  }

  static ConsumerRecord<byte[], byte[]> record(
      long offset, UUID aggregate, long sequence, Bead event) {
    var message = message(PARTITION.topic(), aggregate, sequence, event);
    return new ConsumerRecord<>(
        PARTITION.topic(),
        PARTITION.number(),
        offset,
        1_700_000_000_000L + offset,
        TimestampType.LOG_APPEND_TIME,
        0,
        0,
        message.key(),
        message.value(),
        message.headers(),
        Optional.empty());
  }
}

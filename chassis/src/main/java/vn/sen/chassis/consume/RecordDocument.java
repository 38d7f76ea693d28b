package vn.sen.chassis.consume;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** A Kafka record as a document, byte for byte, and back. */
final class RecordDocument {

  private RecordDocument() {}

  static Document of(ConsumerRecord<byte[], byte[]> record) {
    List<Document> headers = new ArrayList<>();
    for (var header : record.headers()) {
      headers.add(new Document("k", header.key()).append("v", header.value()));
    }
    return new Document("topic", record.topic())
        .append("partition", record.partition())
        .append("offset", record.offset())
        .append("timestamp", record.timestamp())
        .append("timestampType", record.timestampType().name())
        .append("key", record.key())
        .append("value", record.value())
        .append("headers", headers);
  }

  static ConsumerRecord<byte[], byte[]> read(Document document) {
    var headers = new RecordHeaders();
    document
        .getList("headers", Document.class)
        .forEach(h -> headers.add(h.getString("k"), bytes(h.get("v", Binary.class))));
    byte[] key = bytes(document.get("key", Binary.class));
    byte[] value = bytes(document.get("value", Binary.class));
    return new ConsumerRecord<>(
        document.getString("topic"),
        document.getInteger("partition"),
        document.getLong("offset"),
        document.getLong("timestamp"),
        TimestampType.valueOf(document.getString("timestampType")),
        key == null ? ConsumerRecord.NULL_SIZE : key.length,
        value == null ? ConsumerRecord.NULL_SIZE : value.length,
        key,
        value,
        headers,
        Optional.empty());
  }

  private static byte @Nullable [] bytes(@Nullable Binary binary) {
    return binary == null ? null : binary.getData();
  }
}

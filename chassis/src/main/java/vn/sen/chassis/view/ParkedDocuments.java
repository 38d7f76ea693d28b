package vn.sen.chassis.view;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Parked events as documents: the whole record, because it may still have to go to the dead
 * letters.
 */
final class ParkedDocuments {

  private ParkedDocuments() {}

  static String id(ParkedEvent event, Partition partition) {
    return partition.id() + "/" + event.aggregate() + "." + event.sequence();
  }

  static WriteModel<Document> insertIfAbsent(ParkedEvent event, Partition partition) {
    var record = event.record();
    var headers = new ArrayList<Document>();
    for (Header header : record.headers()) {
      headers.add(new Document("k", header.key()).append("v", binary(header.value())));
    }
    var document =
        new Document("p", partition.id())
            .append("aggregate", event.aggregate().toString())
            .append("sequence", event.sequence())
            .append("offset", record.offset())
            .append("appendedAt", record.timestamp())
            .append("headers", headers)
            .append("data", binary(record.value()));
    return new UpdateOneModel<>(
        new Document("_id", id(event, partition)),
        new Document("$setOnInsert", document),
        new UpdateOptions().upsert(true));
  }

  static ParkedEvent read(Document document, Partition partition) {
    var headers = new RecordHeaders();
    for (var header : document.getList("headers", Document.class, List.of())) {
      headers.add(header.getString("k"), bytes(header.get("v", Binary.class)));
    }
    var data = document.get("data", Binary.class);
    var aggregate = UUID.fromString(document.getString("aggregate"));
    var record =
        new ConsumerRecord<>(
            partition.topic(),
            partition.number(),
            document.getLong("offset"),
            document.getLong("appendedAt"),
            TimestampType.LOG_APPEND_TIME,
            0,
            0,
            EventHeaders.key(aggregate),
            bytes(data),
            headers,
            Optional.empty());
    return new ParkedEvent(aggregate, document.getLong("sequence"), record);
  }

  private static @Nullable Binary binary(byte @Nullable [] bytes) {
    return bytes == null ? null : new Binary(bytes);
  }

  private static byte @Nullable [] bytes(@Nullable Binary binary) {
    return binary == null ? null : binary.getData();
  }
}

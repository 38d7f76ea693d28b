package vn.sen.benchmarks.rebuild;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import vn.sen.events.EventRecord;
import vn.sen.events.membership.MembershipEvents;

/** The ceilings: what every way to make a view has to do at least. */
final class Reading {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final int BATCH = 2_000;
  private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);

  private Reading() {}

  /**
   * Polls and parses a log, and does nothing with it.
   *
   * @return the seconds it took
   */
  static double pollAndParse(MemberLog log) {
    long begun = System.nanoTime();
    try (var consumer = log.read()) {
      for (long read = 0; read < log.events(); ) {
        for (var record : consumer.poll(POLL)) {
          parse(record);
          read++;
        }
      }
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  /**
   * Polls and parses a log and writes one small document per event, in bulk.
   *
   * @return the seconds it took
   */
  static double pollParseAndInsert(MemberLog log, MongoCollection<Document> collection) {
    long begun = System.nanoTime();
    List<Document> batch = new ArrayList<>(BATCH);
    try (var consumer = log.read()) {
      for (long read = 0; read < log.events(); ) {
        for (var record : consumer.poll(POLL)) {
          parse(record);
          batch.add(
              new Document("_id", new String(record.key(), StandardCharsets.US_ASCII))
                  .append("s", 1L));
          read++;
          if (batch.size() == BATCH || read == log.events()) {
            collection.insertMany(batch, UNORDERED);
            batch.clear();
          }
        }
      }
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  private static void parse(ConsumerRecord<byte[], byte[]> record) {
    var type = EventRecord.typeOf(record);
    if (type == null || MembershipEvents.CATALOG.decode(type, record.value()) == null) {
      throw new IllegalStateException("Not an event of a member at offset " + record.offset());
    }
  }
}

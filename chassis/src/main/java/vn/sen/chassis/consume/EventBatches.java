package vn.sen.chassis.consume;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sen.chassis.deadletter.DeadLetter;
import vn.sen.chassis.deadletter.DeadLetterProducer;
import vn.sen.chassis.deadletter.Redelivery;
import vn.sen.events.EventCatalog;
import vn.sen.events.EventRecord;
import vn.sen.events.MalformedEventException;
import vn.sen.events.UnknownEventException;

/**
 * Reads batches of records as events. What cannot be read goes to the dead letters, the rest on.
 */
final class EventBatches implements Consumer<List<ConsumerRecord<byte[], byte[]>>>, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EventBatches.class);

  private final String group;
  private final EventCatalog catalog;
  private final Consumer<List<Received>> handler;
  private final DeadLetterProducer deadLetters;

  EventBatches(
      String group,
      EventCatalog catalog,
      Consumer<List<Received>> handler,
      DeadLetterProducer deadLetters) {
    this.group = group;
    this.catalog = catalog;
    this.handler = handler;
    this.deadLetters = deadLetters;
  }

  @Override
  public void accept(List<ConsumerRecord<byte[], byte[]>> records) {
    var events = new ArrayList<Received>(records.size());
    var unreadable = new ArrayList<DeadLetter>();
    for (var record : records) {
      if (Redelivery.isForOther(record, group) || Redelivery.isGivenUp(record)) {
        continue;
      }
      try {
        var envelope = EventRecord.from(record);
        events.add(new Received(envelope, catalog.decode(envelope.type(), envelope.data())));
      } catch (MalformedEventException | UnknownEventException e) {
        LOG.error(
            "{} put {}-{}@{} to the dead letters",
            group,
            record.topic(),
            record.partition(),
            record.offset(),
            e);
        unreadable.add(new DeadLetter(record, String.valueOf(e.getMessage())));
      }
    }
    if (!unreadable.isEmpty()) {
      deadLetters.send(unreadable);
    }
    if (!events.isEmpty()) {
      handler.accept(events);
    }
  }

  @Override
  public void close() {
    deadLetters.close();
  }
}

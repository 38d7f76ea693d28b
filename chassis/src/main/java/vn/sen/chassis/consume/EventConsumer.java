package vn.sen.chassis.consume;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sen.chassis.deadletter.DeadLetter;
import vn.sen.chassis.deadletter.DeadLetterProducer;
import vn.sen.chassis.deadletter.Redelivery;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventCatalog;
import vn.sen.events.EventRecord;
import vn.sen.events.MalformedEventException;

/**
 * The consumer of one group: hands each event that concerns it to its handler once and in the order
 * of the aggregate's versions. A duplicate is skipped, an event before its predecessor is parked.
 *
 * <p>An aggregate is followed from the first event on that concerns the handler; events before it
 * leave no trace, so that an import of many aggregates that concern nobody costs nothing. This
 * relies on the relay: first occurrences are in version order. Should an event that concerns the
 * handler come only after a later one was taken as the first, it goes to the dead letters rather
 * than being taken for a duplicate.
 */
final class EventConsumer {

  private static final Logger LOG = LoggerFactory.getLogger(EventConsumer.class);

  private final String group;
  private final EventCatalog catalog;
  private final DomainEventHandler handler;
  private final Inbox inbox;
  private final DeadLetterProducer deadLetters;
  private final MeterRegistry meters;

  EventConsumer(
      String group,
      EventCatalog catalog,
      DomainEventHandler handler,
      Inbox inbox,
      DeadLetterProducer deadLetters,
      MeterRegistry meters) {
    this.group = group;
    this.catalog = catalog;
    this.handler = handler;
    this.inbox = inbox;
    this.deadLetters = deadLetters;
    this.meters = meters;
  }

  /**
   * Whether {@link #accept} would do anything with the record; true also where that cannot be told,
   * so that accepting it tells why.
   */
  boolean concerns(ConsumerRecord<byte[], byte[]> record) {
    try {
      var envelope = EventRecord.from(record);
      return inbox.find(partition(record), envelope.subject()) != null
          || Redelivery.isGivenUp(record)
          || handler.concerns(decode(envelope));
    } catch (RuntimeException e) {
      LOG.debug("Not told by {}@{}", record.topic(), record.offset(), e);
      return true;
    }
  }

  /**
   * Takes the next record of a partition.
   *
   * @throws EventFailed if the event, or one it released, was not handled
   */
  void accept(ConsumerRecord<byte[], byte[]> record) {
    if (Redelivery.isForOther(record, group)) {
      return;
    }
    try {
      take(record, EventRecord.from(record));
    } catch (EventFailed e) {
      throw e;
    } catch (RuntimeException e) {
      throw new EventFailed(record, e);
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record, EventRecord envelope) {
    var partition = partition(record);
    var tracked = inbox.find(partition, envelope.subject());
    long sequence = envelope.sequence();
    if (tracked == null) {
      begin(partition, record, envelope);
    } else if (sequence > tracked.last() + 1) {
      inbox.park(partition, tracked, sequence, record);
      count("parked");
    } else if (sequence == tracked.last() + 1) {
      release(partition, step(partition, tracked, record, envelope));
    } else {
      skip(partition, tracked, envelope);
    }
  }

  private void begin(
      TopicPartition partition, ConsumerRecord<byte[], byte[]> record, EventRecord envelope) {
    if (handle(record, envelope)) {
      inbox.track(partition, envelope.subject(), envelope.sequence(), envelope.sequence());
    }
  }

  private Tracked step(
      TopicPartition partition,
      Tracked tracked,
      ConsumerRecord<byte[], byte[]> record,
      EventRecord envelope) {
    handle(record, envelope);
    return inbox.advance(partition, tracked);
  }

  private void skip(TopicPartition partition, Tracked tracked, EventRecord envelope) {
    if (envelope.sequence() < tracked.first() && handler.concerns(decode(envelope))) {
      throw new LateEvent(envelope.sequence(), tracked.first());
    }
    count("duplicate");
    release(partition, tracked); // goes on where a crash cut a release short
  }

  private void release(TopicPartition partition, Tracked after) {
    var tracked = after;
    for (var next = inbox.next(tracked); next.isPresent(); next = inbox.next(tracked)) {
      var record = next.get();
      try {
        tracked = step(partition, tracked, record, EventRecord.from(record));
      } catch (RuntimeException e) {
        throw new EventFailed(record, e);
      }
    }
  }

  /** Whether the event concerned the handler. */
  private boolean handle(ConsumerRecord<byte[], byte[]> record, EventRecord envelope) {
    if (Redelivery.isGivenUp(record)) {
      count("given.up");
      return false;
    }
    var event = decode(envelope);
    if (!handler.concerns(event)) {
      return false;
    }
    handler.on(envelope, event);
    count("handled");
    return true;
  }

  private DomainEvent decode(EventRecord envelope) {
    return catalog.decode(envelope.type(), envelope.data());
  }

  /**
   * Puts an event that cannot be handled to the dead letters. Later events of its aggregate, where
   * that is known, wait until it is redelivered.
   */
  void giveUp(EventFailed failed) {
    var record = failed.record();
    var envelope = readable(record);
    if (envelope != null) {
      block(partition(record), envelope.subject(), envelope.sequence());
    }
    deadLetters.send(List.of(new DeadLetter(record, failed.reason())));
    if (envelope != null) {
      var partition = partition(record);
      var tracked = inbox.find(partition, envelope.subject());
      if (tracked != null) {
        inbox.unpark(partition, tracked, envelope.sequence());
      }
    }
    count("dead");
    LOG.error(
        "{} put {}-{}@{} to the dead letters: {}",
        group,
        record.topic(),
        record.partition(),
        record.offset(),
        failed.reason(),
        failed.kind() == EventFailed.Kind.UNEXPECTED ? failed : null);
  }

  private void block(TopicPartition partition, UUID aggregate, long sequence) {
    if (inbox.find(partition, aggregate) == null) {
      inbox.track(partition, aggregate, sequence, sequence - 1);
    }
  }

  private static @Nullable EventRecord readable(ConsumerRecord<byte[], byte[]> record) {
    try {
      return EventRecord.from(record);
    } catch (MalformedEventException e) {
      LOG.debug("No aggregate is known for {}@{}", record.topic(), record.offset(), e);
      return null;
    }
  }

  /** Partitions came or went. */
  void forget(Collection<TopicPartition> partitions) {
    inbox.forget(partitions);
  }

  void close() {
    deadLetters.close();
  }

  private void count(String outcome) {
    meters.counter("events.consumed", "group", group, "outcome", outcome).increment();
  }

  private static TopicPartition partition(ConsumerRecord<byte[], byte[]> record) {
    return new TopicPartition(record.topic(), record.partition());
  }
}

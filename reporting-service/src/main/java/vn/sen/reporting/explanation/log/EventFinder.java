package vn.sen.reporting.explanation.log;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.view.LogGone;
import vn.sen.chassis.view.LogReader;
import vn.sen.chassis.view.LogReplay;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.chassis.view.ViewPosition.TopicPosition;
import vn.sen.events.EventRecord;
import vn.sen.events.Topic;
import vn.sen.reporting.explanation.CountedEvent;
import vn.sen.reporting.explanation.Evidence;
import vn.sen.reporting.explanation.Trail;
import vn.sen.reporting.reading.Answers;
import vn.sen.reporting.reading.LogNotReadable;
import vn.sen.reporting.reading.Patience;
import vn.sen.reporting.reading.Turns;

/**
 * Reads the log once more and tells which events made a value, by the very rule by which the view
 * counts. What was found is kept while there is memory for it. Thread-safe.
 */
public final class EventFinder {

  private static final Comparator<CountedEvent> IN_ORDER =
      Comparator.comparing(CountedEvent::recordedAt)
          .thenComparing(CountedEvent::topic)
          .thenComparing(CountedEvent::partition)
          .thenComparing(CountedEvent::offset);

  /** A search reads much; more of them at once only take longer. */
  private static final int AT_ONCE = 2;

  private final Turns searches = new Turns(AT_ONCE, SearchBusy::new);
  private final LogReader log;
  private final LogReplay replay;
  private final Answers<Object, Evidence> found = new Answers<>();

  public EventFinder(LogReader log, LogReplay replay) {
    this.log = log;
    this.replay = replay;
  }

  /**
   * The events behind a trail's value.
   *
   * @throws LogNotReadable if the log does not hold any more what the position speaks of, or the
   *     broker does not answer
   * @throws SearchBusy if others search first, for too long
   */
  public Evidence find(Trail<?> trail) {
    try {
      var until = until(trail);
      return found.get(trail.question(), until, () -> find(trail, until));
    } catch (KafkaException | LogGone e) {
      throw new LogNotReadable(e);
    }
  }

  private Evidence find(Trail<?> trail, ViewPosition until) {
    var evidence = search(trail, narrowed(until, trail.aggregate()), mentioning(trail));
    // an event may lie in another partition since there are more of them, or one that could not be
    // counted may have been passed over
    return evidence.sum().compareTo(trail.amount()) == 0
        ? evidence
        : search(trail, until, _ -> true);
  }

  private ViewPosition until(Trail<?> trail) {
    var topics = new HashMap<>(trail.until().topics());
    var missing =
        trail.view().topics().stream().filter(t -> !topics.containsKey(t.name())).toList();
    if (!missing.isEmpty()) {
      topics.putAll(log.ends(missing).topics());
    }
    return new ViewPosition(topics).of(trail.view().topics().stream().map(Topic::name).toList());
  }

  /** Only the partitions in which producers put an aggregate's events. */
  private static ViewPosition narrowed(ViewPosition until, @Nullable UUID aggregate) {
    if (aggregate == null) {
      return until;
    }
    int hash = Utils.toPositive(Utils.murmur2(aggregate.toString().getBytes(US_ASCII)));
    var topics = new HashMap<String, TopicPosition>();
    until
        .topics()
        .forEach(
            (name, position) -> {
              var next = new ArrayList<>(Collections.nCopies(position.next().size(), 0L));
              int own = hash % next.size();
              next.set(own, position.next().get(own));
              topics.put(name, new TopicPosition(position.topicId(), next));
            });
    return new ViewPosition(topics);
  }

  private static Predicate<ConsumerRecord<byte[], byte[]>> mentioning(Trail<?> trail) {
    var ids = trail.mentions().stream().map(id -> id.toString().getBytes(US_ASCII)).toList();
    return record -> ids.stream().allMatch(id -> has(record.key(), id) || has(record.value(), id));
  }

  private <K> Evidence search(
      Trail<K> trail, ViewPosition until, Predicate<ConsumerRecord<byte[], byte[]>> concerns) {
    var events =
        searches.take(new Patience(Patience.OF_A_READER), () -> counted(trail, until, concerns));
    return evidence(events, trail.lastOnly());
  }

  private <K> List<CountedEvent> counted(
      Trail<K> trail, ViewPosition until, Predicate<ConsumerRecord<byte[], byte[]>> concerns) {
    List<CountedEvent> events = new ArrayList<>();
    replay.trace(
        trail.view(),
        until,
        concerns,
        counted -> {
          long counts = 0;
          for (var added : counted.additions()) {
            counts += Math.multiplyExact(trail.weight().applyAsLong(added.row()), added.delta());
          }
          if (counts != 0) {
            events.add(event(counted.record(), BigDecimal.valueOf(counts, trail.decimals())));
          }
        });
    return events;
  }

  private static Evidence evidence(List<CountedEvent> events, boolean lastOnly) {
    events.sort(IN_ORDER);
    var counted =
        lastOnly && !events.isEmpty() ? events.subList(events.size() - 1, events.size()) : events;
    var sum = counted.stream().map(CountedEvent::delta).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Evidence(sum, counted);
  }

  private static CountedEvent event(ConsumerRecord<byte[], byte[]> record, BigDecimal delta) {
    var event = EventRecord.from(record);
    return new CountedEvent(
        event.id(),
        event.type(),
        event.subject(),
        event.sequence(),
        event.effectiveDate(),
        Instant.ofEpochMilli(record.timestamp()),
        record.topic(),
        record.partition(),
        record.offset(),
        delta);
  }

  private static boolean has(byte @Nullable [] text, byte[] id) {
    if (text == null) {
      return false;
    }
    int last = text.length - id.length;
    for (int at = 0; at <= last; at++) {
      if (text[at] == id[0] && matches(text, at, id)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(byte[] text, int at, byte[] id) {
    for (int i = 1; i < id.length; i++) {
      if (text[at + i] != id[i]) {
        return false;
      }
    }
    return true;
  }
}

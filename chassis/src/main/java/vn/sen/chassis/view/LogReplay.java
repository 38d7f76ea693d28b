package vn.sen.chassis.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import vn.sen.events.DomainEvent;
import vn.sen.events.Topic;

/**
 * Folds views in memory from the log alone, beside those in service and by the same rules: what was
 * known at a moment, and the proof of what is shown. Thread-safe.
 */
public final class LogReplay {

  private final LogReader log;
  private final String service;

  /**
   * An event that a view has counted: neither again, nor before its predecessor.
   *
   * @param record that it is in
   * @param at the offset at which it counts: its record's, or that of the one it had waited for
   * @param additions to the view's rows
   * @param <K> the key of a row
   */
  public record Counted<K>(
      ConsumerRecord<byte[], byte[]> record,
      long at,
      DomainEvent event,
      RecordMeta meta,
      List<Addition<K>> additions) {

    public Counted {
      additions = List.copyOf(additions);
    }
  }

  /** What an event adds to a row. */
  public record Addition<K>(K row, long delta) {}

  /** Is told of events in the order in which each partition of a view counts them. */
  @FunctionalInterface
  public interface Witness {

    /**
     * An event is counted: neither again, nor before its predecessor.
     *
     * @param since whether it was counted behind the position that was asked for
     */
    void counted(DomainEvent event, RecordMeta meta, boolean since);
  }

  /**
   * @param service whose views are folded; dead letters are delivered again for its groups
   */
  LogReplay(LogReader log, String service) {
    this.log = log;
    this.service = service;
  }

  /**
   * Folds a view up to a position and tells the reader, once.
   *
   * @param until may speak of other topics, too, which are not read
   * @return whether everything could be counted: no event is unreadable or waits for another one
   * @throws LogGone if the log does not hold any more what the position speaks of
   * @throws KafkaException if the broker does not answer
   */
  public <K> boolean fold(ViewDefinition<K> view, ViewPosition until, ViewReader<K> reader) {
    boolean complete = true;
    for (var fold : partitions(view, until, _ -> {}).values()) {
      complete &= fold.deadLetters().isEmpty() && fold.parking().isEmpty();
      fold.durable();
      fold.publish(reader);
    }
    reader.publish(own(view, until));
    return complete;
  }

  /**
   * The same by partition, not yet shown to anybody; one without a record is left out.
   *
   * @param read is told with each record how many there were
   */
  <K> Map<TopicPartition, PartitionFold<K>> partitions(
      ViewDefinition<K> view, ViewPosition until, LongConsumer read) {
    var count = new long[1];
    return new Folds<>(view, _ -> true, null).read(own(view, until), () -> read.accept(++count[0]));
  }

  /**
   * Tells which events a view has counted up to a position, and what each of them added: every
   * event once, in its turn, as the view itself does. Events of one partition come in the order in
   * which they counted. No rows are kept.
   *
   * @param until may speak of other topics, too, which are not read
   * @param concerns the records whose events are looked into. To pass over most is much faster;
   *     that one of them could not be counted is not noticed then
   * @throws LogGone if the log does not hold any more what the position speaks of
   * @throws KafkaException if the broker does not answer
   */
  public <K> void trace(
      ViewDefinition<K> view,
      ViewPosition until,
      Predicate<ConsumerRecord<byte[], byte[]>> concerns,
      Consumer<Counted<K>> trace) {
    new Folds<>(view, concerns, trace).read(own(view, until), () -> {});
  }

  /**
   * Tells of all events that a view counts up to a position, and which of them it counts only
   * behind an earlier one: from there on its figures differ by exactly these.
   *
   * @param since topics that are not in it are told of from their beginning
   * @throws LogGone if the log does not hold any more what the positions speak of
   * @throws KafkaException if the broker does not answer
   */
  public <K> void tell(
      ViewDefinition<K> view, ViewPosition since, ViewPosition until, Witness witness) {
    var begins = LogReader.offsets(own(view, since));
    trace(
        view,
        until,
        _ -> true,
        counted -> {
          long begin = begins.getOrDefault(partition(counted.record()), 0L);
          witness.counted(counted.event(), counted.meta(), counted.at() >= begin);
        });
  }

  private static ViewPosition own(ViewDefinition<?> view, ViewPosition position) {
    return position.of(view.topics().stream().map(Topic::name).toList());
  }

  private static TopicPartition partition(ConsumerRecord<?, ?> record) {
    return new TopicPartition(record.topic(), record.partition());
  }

  /** A view's partitions on their way through the log. */
  private final class Folds<K> {
    private final ViewDefinition<K> view;
    private final Predicate<ConsumerRecord<byte[], byte[]>> concerns;
    private final @Nullable Consumer<Counted<K>> trace;
    private final EventTypes types;
    private final String group;
    private final Map<TopicPartition, PartitionFold<K>> folds = new HashMap<>();

    Folds(
        ViewDefinition<K> view,
        Predicate<ConsumerRecord<byte[], byte[]>> concerns,
        @Nullable Consumer<Counted<K>> trace) {
      this.view = view;
      this.concerns = concerns;
      this.trace = trace;
      this.types = new EventTypes(view.catalog(), view.wants());
      this.group = ViewSettings.group(service, view.name());
    }

    Map<TopicPartition, PartitionFold<K>> read(ViewPosition until, Runnable beforeEach) {
      log.read(
          until,
          record -> {
            beforeEach.run();
            folds.computeIfAbsent(partition(record), _ -> begin()).apply(record);
          });
      return folds;
    }

    private PartitionFold<K> begin() {
      return new PartitionFold<>(view, types, group, concerns, trace);
    }
  }
}

package vn.sen.chassis.view;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import vn.sen.events.DomainEvent;
import vn.sen.events.Topic;

/**
 * Folds views in memory from the log alone, beside those in service and by the same rules: what was
 * known at a moment, and the proof of what is shown. Thread-safe.
 */
public final class LogReplay {

  private final LogReader log;

  LogReplay(LogReader log) {
    this.log = log;
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
    var own = until.of(view.topics().stream().map(Topic::name).toList());
    var folds = folds(view, own, _ -> {});
    boolean complete = true;
    for (var fold : folds.values()) {
      complete &= fold.deadLetters().isEmpty() && fold.parking().isEmpty();
      fold.durable();
      fold.publish(reader);
    }
    reader.publish(own);
    return complete;
  }

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
   * Tells of all events that a view counts up to a position, and which of them it counts only
   * behind an earlier one: from there on its figures differ by exactly these.
   *
   * @param since topics that are not in it are told of from their beginning
   * @throws LogGone if the log does not hold any more what the positions speak of
   * @throws KafkaException if the broker does not answer
   */
  public <K> void tell(
      ViewDefinition<K> view, ViewPosition since, ViewPosition until, Witness witness) {
    var names = view.topics().stream().map(Topic::name).toList();
    var begins = LogReader.offsets(since.of(names));
    var watched = new WatchedView<>(view, witness);
    folds(
        watched,
        until.of(names),
        record ->
            watched.since(
                record.offset()
                    >= begins.getOrDefault(
                        new TopicPartition(record.topic(), record.partition()), 0L)));
  }

  private <K> Map<TopicPartition, PartitionFold<K>> folds(
      ViewDefinition<K> view,
      ViewPosition until,
      Consumer<ConsumerRecord<byte[], byte[]>> beforeEach) {
    var types = new EventTypes(view.catalog(), view.wants());
    Map<TopicPartition, PartitionFold<K>> folds = new HashMap<>();
    log.read(
        until,
        record -> {
          beforeEach.accept(record);
          folds
              .computeIfAbsent(
                  new TopicPartition(record.topic(), record.partition()),
                  _ -> new PartitionFold<>(view, types))
              .apply(record);
        });
    return folds;
  }
}

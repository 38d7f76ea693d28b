package vn.sen.chassis.view;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import vn.sen.events.Topic;

/**
 * Folds views in memory from the log alone, beside those in service and by the same rules: what was
 * known at a moment, and the proof of what is shown. Thread-safe.
 */
public final class LogReplay {

  private final LogReader log;

  /**
   * Is told of what counts.
   *
   * @param <K> the key of a row
   */
  @FunctionalInterface
  public interface Trace<K> {

    /** The record's event has added to a row. */
    void counted(ConsumerRecord<byte[], byte[]> record, K row, long delta);
  }

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
    var own = own(view, until);
    var types = new EventTypes(view.catalog(), view.wants());
    boolean complete = true;
    for (var fold : read(own, () -> new PartitionFold<>(view, types))) {
      complete &= fold.deadLetters().isEmpty() && fold.parking().isEmpty();
      fold.durable();
      fold.publish(reader);
    }
    reader.publish(own);
    return complete;
  }

  /**
   * Tells which events a view has counted up to a position, and what each of them added: every
   * event once, in its turn, as the view itself does. Events of one partition come in the order in
   * which they counted.
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
      Trace<K> trace) {
    var types = new EventTypes(view.catalog(), view.wants());
    read(own(view, until), () -> new PartitionFold<>(view, types, concerns, trace));
  }

  private static ViewPosition own(ViewDefinition<?> view, ViewPosition until) {
    return until.of(view.topics().stream().map(Topic::name).toList());
  }

  private <K> Collection<PartitionFold<K>> read(
      ViewPosition until, Supplier<PartitionFold<K>> begin) {
    Map<TopicPartition, PartitionFold<K>> folds = new HashMap<>();
    log.read(
        until,
        record ->
            folds
                .computeIfAbsent(
                    new TopicPartition(record.topic(), record.partition()), _ -> begin.get())
                .apply(record));
    return folds.values();
  }
}

package vn.sen.chassis.view;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import vn.sen.events.Topic;

/**
 * Folds views in memory from the log alone, beside those in service and by the same rules: what was
 * known at a moment, and the proof of what is shown. Thread-safe.
 */
public final class LogReplay {

  private final LogReader log;
  private final String service;

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
   * @param read is told after each record how many were read
   */
  <K> Map<TopicPartition, PartitionFold<K>> partitions(
      ViewDefinition<K> view, ViewPosition until, LongConsumer read) {
    var types = new EventTypes(view.catalog(), view.wants());
    var group = ViewSettings.group(service, view.name());
    Map<TopicPartition, PartitionFold<K>> folds = new HashMap<>();
    var count = new long[1];
    log.read(
        own(view, until),
        record -> {
          folds
              .computeIfAbsent(
                  new TopicPartition(record.topic(), record.partition()),
                  _ -> new PartitionFold<>(view, types, group))
              .apply(record);
          read.accept(++count[0]);
        });
    return folds;
  }

  private static ViewPosition own(ViewDefinition<?> view, ViewPosition until) {
    return until.of(view.topics().stream().map(Topic::name).toList());
  }
}

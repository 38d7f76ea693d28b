package vn.sen.chassis.view;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
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
    var types = new EventTypes(view.catalog(), view.wants());
    Map<TopicPartition, PartitionFold<K>> folds = new HashMap<>();
    log.read(
        own,
        record ->
            folds
                .computeIfAbsent(
                    new TopicPartition(record.topic(), record.partition()),
                    _ -> new PartitionFold<>(view, types))
                .apply(record));
    boolean complete = true;
    for (var fold : folds.values()) {
      complete &= fold.deadLetters().isEmpty() && fold.parking().isEmpty();
      fold.durable();
      fold.publish(reader);
    }
    reader.publish(own);
    return complete;
  }
}

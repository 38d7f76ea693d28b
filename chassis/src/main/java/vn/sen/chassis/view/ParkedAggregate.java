package vn.sen.chassis.view;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * An aggregate of which a view has events that it cannot count yet.
 *
 * @param missing the sequence it waits for: the event is late, or among the dead letters
 * @param waiting the first sequences that are there, in the order of their texts
 * @param events how many wait
 */
public record ParkedAggregate(
    String topic,
    String topicId,
    int partition,
    UUID aggregate,
    long missing,
    List<Long> waiting,
    long events) {

  private static final int SHOWN = 20;

  public ParkedAggregate {
    waiting = List.copyOf(waiting);
  }

  /** Only where it is, to go on from there. */
  public static ParkedAggregate at(String topicId, int partition, UUID aggregate) {
    return new ParkedAggregate("", topicId, partition, aggregate, 0, List.of(), 0);
  }

  /** What the ids of its documents begin with. */
  String id() {
    return topicId + "/" + partition + "/" + aggregate;
  }

  /** With one more event. */
  ParkedAggregate and(long sequence) {
    var more = new ArrayList<>(waiting);
    if (more.size() < SHOWN) {
      more.add(sequence);
    }
    return new ParkedAggregate(topic, topicId, partition, aggregate, missing, more, events + 1);
  }
}

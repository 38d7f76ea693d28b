package vn.sen.chassis.view;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Up to where the log is in the figures that readers see.
 *
 * @param topics by name
 */
public record ViewPosition(Map<String, TopicPosition> topics) {

  /** Nothing read yet. */
  public static final ViewPosition NONE = new ViewPosition(Map.of());

  public ViewPosition {
    topics = new TreeMap<>(topics);
  }

  /** Whether readers see something of every partition; from then on figures only grow fresher. */
  public boolean isLoaded() {
    return !topics.isEmpty()
        && topics.values().stream().allMatch(t -> t.next().stream().allMatch(n -> n >= 0));
  }

  /** The part that speaks of these topics. */
  public ViewPosition of(Collection<String> names) {
    var part = new TreeMap<>(topics);
    part.keySet().retainAll(names);
    return new ViewPosition(part);
  }

  /**
   * A position in one incarnation of a topic.
   *
   * @param topicId another one after the topic was deleted and created anew
   * @param next by partition, the next offset that is not in the figures; −1 where nothing is
   *     loaded yet
   */
  public record TopicPosition(String topicId, List<Long> next) {
    public TopicPosition {
      next = List.copyOf(next);
    }
  }
}

package vn.sen.chassis.view;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Up to where the log is in the figures that readers see.
 *
 * @param topics by name
 * @param generation tells figures apart that two generations of a view have made of the same log;
 *     "" for the first one, and for a place in the log itself
 */
public record ViewPosition(Map<String, TopicPosition> topics, String generation) {

  /** Nothing read yet. */
  public static final ViewPosition NONE = new ViewPosition(Map.of());

  public ViewPosition {
    topics = new TreeMap<>(topics);
  }

  /** A place in the log. */
  public ViewPosition(Map<String, TopicPosition> topics) {
    this(topics, "");
  }

  /** Of figures of several views, of all their generations. */
  public static ViewPosition together(Collection<ViewPosition> parts) {
    var topics = new TreeMap<String, TopicPosition>();
    parts.forEach(part -> topics.putAll(part.topics));
    var generations = parts.stream().map(ViewPosition::generation).toList();
    return new ViewPosition(
        topics,
        generations.stream().allMatch(String::isEmpty) ? "" : String.join(",", generations));
  }

  /** Whether it is not before another one, of the same topics, whatever has read up to there. */
  public boolean reaches(ViewPosition other) {
    return other.topics.entrySet().stream()
        .allMatch(
            topic -> {
              var here = topics.get(topic.getKey());
              return here != null && here.reaches(topic.getValue());
            });
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
    return new ViewPosition(part, generation);
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

    private boolean reaches(TopicPosition other) {
      return topicId.equals(other.topicId)
          && next.size() >= other.next.size()
          && IntStream.range(0, other.next.size()).allMatch(p -> next.get(p) >= other.next.get(p));
    }
  }
}

package vn.sen.reporting.issuance;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.chassis.view.ViewPosition.TopicPosition;

/**
 * Where the log was cut: all that is before it is in the figures, and nothing else.
 *
 * @param topics by name
 */
public record Cut(List<CutTopic> topics) {

  /**
   * Where one topic was cut.
   *
   * @param topicId another one after the topic was deleted and created anew
   * @param next by partition, the first offset that is not in the figures
   */
  public record CutTopic(String topic, String topicId, List<Long> next) {}

  public Cut {
    topics = List.copyOf(topics);
  }

  public static Cut at(ViewPosition position) {
    return new Cut(
        position.topics().entrySet().stream()
            .map(e -> new CutTopic(e.getKey(), e.getValue().topicId(), e.getValue().next()))
            .toList());
  }

  public ViewPosition position() {
    return new ViewPosition(
        topics.stream()
            .collect(
                Collectors.toMap(
                    CutTopic::topic,
                    t -> new TopicPosition(t.topicId(), t.next()),
                    (a, _) -> a,
                    TreeMap::new)));
  }
}

package vn.sen.chassis.deadletter;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import vn.sen.events.Topic;

/** A topic for the dead letters of a group. It keeps everything. */
public final class DeadLetterTopic {

  /**
   * A dead letter is its record and what is said about it, so it must be allowed to be larger than
   * any record of the topic it comes from; else it could never be put away and its partition would
   * stand still.
   */
  static final int MAX_BYTES = 16 << 20;

  private DeadLetterTopic() {}

  /** The topic as it is to be created. */
  public static NewTopic of(String topic, String group) {
    return new NewTopic(Topic.deadLetters(topic, group), Optional.of(1), Optional.empty())
        .configs(
            Map.of(
                "cleanup.policy", "delete",
                "retention.ms", "-1",
                "retention.bytes", "-1",
                "message.timestamp.type", "LogAppendTime",
                "max.message.bytes", Integer.toString(MAX_BYTES)));
  }
}

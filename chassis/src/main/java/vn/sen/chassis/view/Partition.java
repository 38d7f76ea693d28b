package vn.sen.chassis.view;

import org.apache.kafka.common.TopicPartition;

/**
 * One partition of one incarnation of a topic: a topic that was deleted and created anew has
 * another id, and its offsets mean something else.
 */
record Partition(String topic, String topicId, int number) {

  /** Names the partition's documents. */
  String id() {
    return topicId + "/" + number;
  }

  TopicPartition topicPartition() {
    return new TopicPartition(topic, number);
  }
}

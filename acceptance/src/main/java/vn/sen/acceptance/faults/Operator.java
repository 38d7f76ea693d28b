package vn.sen.acceptance.faults;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/** Does to the broker what an operator can do by mistake. */
final class Operator implements AutoCloseable {

  private static final int PARTITIONS = 6;
  private static final long FAR_BACK = 2_500;

  private final Admin admin;

  Operator(String bootstrap) {
    admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap));
  }

  /** From now on the topic of units takes no larger records than this. */
  void limitUnits(int bytes) {
    configureUnits(
        new AlterConfigOp(
            new ConfigEntry("max.message.bytes", Integer.toString(bytes)), OpType.SET));
  }

  void unlimitUnits() {
    configureUnits(new AlterConfigOp(new ConfigEntry("max.message.bytes", ""), OpType.DELETE));
  }

  private void configureUnits(AlterConfigOp change) {
    var topic = new ConfigResource(ConfigResource.Type.TOPIC, LogReader.UNITS);
    get(admin.incrementalAlterConfigs(Map.of(topic, List.of(change))).all());
  }

  /**
   * Sets a group without members back to the beginning of the members' topic, or far back where the
   * log of many seeds is long: a process takes a few thousand events a second.
   */
  void resetOffsets(String group) {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    for (int partition = 0; partition < PARTITIONS; partition++) {
      ends.put(new TopicPartition(LogReader.MEMBERS, partition), OffsetSpec.latest());
    }
    Map<TopicPartition, OffsetAndMetadata> before = new HashMap<>();
    get(admin.listOffsets(ends).all())
        .forEach(
            (partition, end) ->
                before.put(partition, new OffsetAndMetadata(Math.max(0, end.offset() - FAR_BACK))));
    get(admin.alterConsumerGroupOffsets(group, before).all());
  }

  private static <T> T get(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException(e);
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}

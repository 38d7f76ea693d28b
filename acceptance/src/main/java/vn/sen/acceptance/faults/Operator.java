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
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/** Does to the broker what an operator can do by mistake. */
final class Operator implements AutoCloseable {

  static final String UNITS = "membership.orgunit.events.v1";

  private static final int PARTITIONS = 6;

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
    var topic = new ConfigResource(ConfigResource.Type.TOPIC, UNITS);
    get(admin.incrementalAlterConfigs(Map.of(topic, List.of(change))).all());
  }

  /** Sets a group without members back to the beginning of the members' topic. */
  void resetOffsets(String group) {
    Map<TopicPartition, OffsetAndMetadata> beginning = new HashMap<>();
    for (int partition = 0; partition < PARTITIONS; partition++) {
      beginning.put(new TopicPartition(LogReader.MEMBERS, partition), new OffsetAndMetadata(0));
    }
    get(admin.alterConsumerGroupOffsets(group, beginning).all());
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

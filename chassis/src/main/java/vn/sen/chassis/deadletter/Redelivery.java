package vn.sen.chassis.deadletter;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** How an operator's second delivery of a dead letter is told from the first. */
public final class Redelivery {

  static final String GROUP = "sen_redelivery_group";
  static final String GIVEN_UP = "sen_redelivery_given_up";

  private Redelivery() {}

  /** Whether the record was delivered again for another group than this one. */
  public static boolean isForOther(ConsumerRecord<byte[], byte[]> record, String group) {
    var header = record.headers().lastHeader(GROUP);
    return header != null && !group.equals(new String(header.value(), StandardCharsets.UTF_8));
  }

  /** Whether an operator has delivered the record again. */
  public static boolean isAgain(ConsumerRecord<byte[], byte[]> record) {
    return record.headers().lastHeader(GROUP) != null;
  }

  /** Whether the operator decided that the event is to be taken as done. */
  public static boolean isGivenUp(ConsumerRecord<byte[], byte[]> record) {
    return record.headers().lastHeader(GIVEN_UP) != null;
  }
}

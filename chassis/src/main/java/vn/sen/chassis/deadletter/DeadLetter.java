package vn.sen.chassis.deadletter;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that cannot be counted or handled, and why.
 *
 * @param reason for an operator; no content of the record, because it may be personal
 */
public record DeadLetter(ConsumerRecord<byte[], byte[]> record, String reason) {}

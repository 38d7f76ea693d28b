package vn.sen.chassis.view;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record that cannot be counted, and why. */
record DeadLetter(ConsumerRecord<byte[], byte[]> record, String reason) {}

package vn.sen.chassis.view;

import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * An event that came before its predecessor; it keeps the whole record, dead letters may need it.
 */
record ParkedEvent(UUID aggregate, long sequence, ConsumerRecord<byte[], byte[]> record) {}

package vn.sen.acceptance.faults;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * An event on the log, as far as it can be told.
 *
 * @param aggregate null where the key names none
 * @param sequence 0 where the header is missing
 */
record LogRecord(
    int partition,
    long offset,
    @Nullable UUID aggregate,
    long sequence,
    String id,
    String type,
    byte[] data) {

  private static final int UUID_LENGTH = 36;

  static LogRecord of(ConsumerRecord<byte[], byte[]> record) {
    var sequence = header(record, "ce_sequence");
    return new LogRecord(
        record.partition(),
        record.offset(),
        key(record.key()),
        sequence.matches("\\d{1,18}") ? Long.parseLong(sequence) : 0,
        header(record, "ce_id"),
        header(record, "ce_type"),
        record.value() == null ? new byte[0] : record.value());
  }

  private static @Nullable UUID key(byte @Nullable [] key) {
    if (key == null || key.length != UUID_LENGTH) {
      return null;
    }
    try {
      return UUID.fromString(new String(key, StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? ""
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  /** Whether this is the other one published again. */
  boolean repeats(LogRecord first) {
    return id.equals(first.id) && type.equals(first.type) && Arrays.equals(data, first.data);
  }
}

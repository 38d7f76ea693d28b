package vn.sen.chassis.view;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import vn.sen.events.MalformedEventException;

/** Reads the few headers that a fold needs, without making strings of them. */
final class EventHeaders {

  private static final int UUID_LENGTH = 36;
  private static final int MAX_DIGITS = 18;

  private EventHeaders() {}

  /**
   * The aggregate, which is the record's key.
   *
   * @throws MalformedEventException if there is no key or it is no UUID
   */
  static UUID aggregate(ConsumerRecord<byte[], byte[]> record) {
    byte[] key = record.key();
    if (key == null || key.length != UUID_LENGTH) {
      throw new MalformedEventException("The key is not an aggregate's id", null);
    }
    return new UUID(
        hex(key, 0, 8) << 32 | hex(key, 9, 13) << 16 | hex(key, 14, 18),
        hex(key, 19, 23) << 48 | hex(key, 24, 36));
  }

  /**
   * The aggregate's version after the event.
   *
   * @throws MalformedEventException if the header is missing or no positive number
   */
  static long sequence(ConsumerRecord<byte[], byte[]> record) {
    byte[] digits = required(record, "ce_sequence");
    if (digits.length == 0 || digits.length > MAX_DIGITS) {
      throw new MalformedEventException("Unreadable header ce_sequence", null);
    }
    long value = 0;
    for (byte digit : digits) {
      if (digit < '0' || digit > '9') {
        throw new MalformedEventException("Unreadable header ce_sequence", null);
      }
      value = value * 10 + (digit - '0');
    }
    if (value == 0) {
      throw new MalformedEventException("Header ce_sequence is 0", null);
    }
    return value;
  }

  /**
   * A mandatory header's bytes.
   *
   * @throws MalformedEventException if it is missing
   */
  static byte[] required(ConsumerRecord<byte[], byte[]> record, String name) {
    @Nullable Header header = record.headers().lastHeader(name);
    if (header == null || header.value() == null) {
      throw new MalformedEventException("Missing header " + name, null);
    }
    return header.value();
  }

  /** The record key of an aggregate. */
  static byte[] key(UUID aggregate) {
    return aggregate.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static long hex(byte[] text, int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = Character.digit(text[i], 16);
      if (digit < 0) {
        throw new MalformedEventException("The key is not an aggregate's id", null);
      }
      value = value << 4 | digit;
    }
    return value;
  }
}

package vn.sen.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * An event as it travels: CloudEvents 1.0 in binary mode, JSON data, the aggregate's id as the
 * record key.
 *
 * @param id unique per event: {@code <aggregate>.<sequence>}
 * @param source the context that owns the aggregate, for example {@code /sen/membership}
 * @param subject the aggregate's id
 * @param type the wire name, see {@link EventName}
 * @param time when the event was recorded, by the clock of the service that recorded it
 * @param sequence the aggregate's version after this event; 1 is the first, without gaps
 * @param effectiveDate the business date on which it took effect
 * @param cause who brought it about, and with what
 * @param data the event as JSON in UTF-8
 */
public record EventRecord(
    String id,
    String source,
    UUID subject,
    String type,
    Instant time,
    long sequence,
    LocalDate effectiveDate,
    Cause cause,
    byte[] data) {

  private static final byte[] SPEC_VERSION = utf8("1.0");
  private static final byte[] JSON = utf8("application/json");

  /** The id of the event that brought an aggregate to a version. */
  public static String idOf(UUID aggregate, long sequence) {
    return aggregate + "." + sequence;
  }

  /** The record to send to a topic. */
  public ProducerRecord<byte[], byte[]> toProducerRecord(String topic) {
    var record = new ProducerRecord<>(topic, utf8(subject.toString()), data);
    Headers headers = record.headers();
    headers.add("ce_specversion", SPEC_VERSION);
    headers.add("ce_id", utf8(id));
    headers.add("ce_source", utf8(source));
    headers.add("ce_subject", utf8(subject.toString()));
    headers.add("ce_type", utf8(type));
    headers.add("ce_time", utf8(time.toString()));
    headers.add("ce_sequence", utf8(Long.toString(sequence)));
    headers.add("ce_effectivedate", utf8(effectiveDate.toString()));
    addKnown(headers, "ce_actor", cause.actor());
    addKnown(headers, "ce_client", cause.client());
    addKnown(headers, "ce_traceparent", cause.traceparent());
    headers.add("content-type", JSON);
    return record;
  }

  /**
   * Reads the event's envelope; the data stays bytes.
   *
   * @throws MalformedEventException if a mandatory header is missing or unreadable, or there is no
   *     data
   */
  public static EventRecord from(ConsumerRecord<byte[], byte[]> record) {
    Headers headers = record.headers();
    if (record.value() == null) {
      throw new MalformedEventException("A record without data", null);
    }
    try {
      return new EventRecord(
          required(headers, "ce_id"),
          required(headers, "ce_source"),
          UUID.fromString(required(headers, "ce_subject")),
          required(headers, "ce_type"),
          Instant.parse(required(headers, "ce_time")),
          Long.parseLong(required(headers, "ce_sequence")),
          LocalDate.parse(required(headers, "ce_effectivedate")),
          new Cause(
              optional(headers, "ce_actor"),
              optional(headers, "ce_client"),
              optional(headers, "ce_traceparent")),
          record.value());
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw new MalformedEventException("Unreadable CloudEvents header: " + e.getMessage(), e);
    }
  }

  /** The wire name of a record without reading the rest, or null where the header is missing. */
  public static @Nullable String typeOf(ConsumerRecord<byte[], byte[]> record) {
    return optional(record.headers(), "ce_type");
  }

  private static void addKnown(Headers headers, String name, @Nullable String value) {
    if (value != null) {
      headers.add(name, utf8(value));
    }
  }

  private static String required(Headers headers, String name) {
    var value = optional(headers, name);
    if (value == null) {
      throw new MalformedEventException("Missing header " + name, null);
    }
    return value;
  }

  private static @Nullable String optional(Headers headers, String name) {
    var header = headers.lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

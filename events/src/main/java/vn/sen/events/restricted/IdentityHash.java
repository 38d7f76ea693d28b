package vn.sen.events.restricted;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.events.MalformedEventException;
import vn.sen.events.Topic;

/**
 * By what a member can be recognised who borrows. The topic holds the last word about each member,
 * by her id, and is compacted: a record without a value withdraws what was said of her, and what
 * was said before it is cleaned away.
 *
 * @param hash of her identity number, under a key that only the two services hold
 * @param householdId hers, or null
 * @param from the first day of her present or last membership
 * @param to the first day behind it; null while it lasts
 */
public record IdentityHash(
    String hash, @Nullable UUID householdId, LocalDate from, @Nullable LocalDate to) {

  /** Only membership writes it, only lending reads it. */
  public static final Topic TOPIC = new Topic("membership.identity-hash.restricted.v1", 6);

  /** The version of the member that a record is of; an older one says nothing. */
  private static final String SEQUENCE = "sequence";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /**
   * What a record says.
   *
   * @param sequence the version of the member it is of
   * @param said null where what was said of her is withdrawn
   */
  public record Word(UUID memberId, long sequence, @Nullable IdentityHash said) {

    /** The record of a member, on the partition of her id. */
    public ProducerRecord<byte[], byte[]> toProducerRecord() {
      return toProducerRecord(null);
    }

    /**
     * The same on a partition.
     *
     * @param partition null for that of the member's id
     */
    public ProducerRecord<byte[], byte[]> toProducerRecord(@Nullable Integer partition) {
      var value = said == null ? null : JSON.writeValueAsBytes(said);
      var record =
          new ProducerRecord<byte[], byte[]>(
              TOPIC.name(), partition, memberId.toString().getBytes(UTF_8), value);
      record.headers().add(SEQUENCE, Long.toString(sequence).getBytes(UTF_8));
      return record;
    }

    /**
     * Reads a record.
     *
     * @throws MalformedEventException if it is none of ours
     */
    public static Word from(ConsumerRecord<byte[], byte[]> record) {
      try {
        var sequence = record.headers().lastHeader(SEQUENCE);
        if (record.key() == null || sequence == null) {
          throw new MalformedEventException("No member or no sequence", null);
        }
        return new Word(
            UUID.fromString(new String(record.key(), UTF_8)),
            Long.parseLong(new String(sequence.value(), UTF_8)),
            record.value() == null ? null : JSON.readValue(record.value(), IdentityHash.class));
      } catch (IllegalArgumentException | JacksonException e) {
        throw new MalformedEventException("Unreadable word about a member", e);
      }
    }
  }

  /** Nothing of it may reach a log. */
  @Override
  public String toString() {
    return "IdentityHash[…]";
  }
}

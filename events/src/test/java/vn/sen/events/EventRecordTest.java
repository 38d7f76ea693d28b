package vn.sen.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sen.events.membership.Direction;
import vn.sen.events.membership.Flow;
import vn.sen.events.membership.MemberEvent.MemberRegistered;
import vn.sen.events.membership.MemberType;
import vn.sen.events.membership.MembershipChange;
import vn.sen.events.membership.MembershipEvents;

class EventRecordTest {

  private static final UUID MEMBER = UUID.fromString("0197a2b0-8e3c-7b5e-9d5a-3f1c2b4a5d6e");
  private static final UUID BRANCH = UUID.fromString("0197a2b0-0000-7000-8000-000000000001");
  private static final Cause CHAIR =
      new Cause("0197a2b0-0000-7000-8000-000000000002", "sen-console", null);
  private static final LocalDate JOINED = LocalDate.parse("2023-03-08");

  @Test
  void a_whole_record_on_the_wire() {
    // given
    var event =
        new MemberRegistered(
            BRANCH,
            MemberType.ORDINARY,
            null,
            null,
            JOINED,
            List.of(
                new MembershipChange(
                    JOINED,
                    BRANCH,
                    List.of(),
                    MemberType.ORDINARY,
                    Flow.ADMISSION,
                    null,
                    List.of(),
                    Direction.IN,
                    1)));

    // when
    var record = record(event, CHAIR).toProducerRecord(Topic.MEMBERS.name());

    // then
    assertThat(record.topic()).isEqualTo("membership.member.events.v1");
    assertThat(record.key()).asString(UTF_8).isEqualTo(MEMBER.toString());
    assertThat(headers(record))
        .containsExactly(
            Map.entry("ce_specversion", "1.0"),
            Map.entry("ce_id", MEMBER + ".1"),
            Map.entry("ce_source", "/sen/membership"),
            Map.entry("ce_subject", MEMBER.toString()),
            Map.entry("ce_type", "membership.member.registered.v1"),
            Map.entry("ce_time", "2026-01-02T03:04:05.678Z"),
            Map.entry("ce_sequence", "1"),
            Map.entry("ce_effectivedate", "2023-03-08"),
            Map.entry("ce_actor", "0197a2b0-0000-7000-8000-000000000002"),
            Map.entry("ce_client", "sen-console"),
            Map.entry("content-type", "application/json"));
    assertThat(record.value())
        .asString(UTF_8)
        .isEqualTo(
            """
            {"unitId":"%1$s","type":"ORDINARY","on":"2023-03-08",\
            "changes":[{"date":"2023-03-08","unit":"%1$s","type":"ORDINARY","flow":"ADMISSION",\
            "direction":"IN","delta":1}]}\
            """
                .formatted(BRANCH));
  }

  @Property
  void what_was_sent_is_received(
      @ForAll long high,
      @ForAll long low,
      @ForAll @LongRange(min = 1) long sequence,
      @ForAll @LongRange(min = -100_000, max = 100_000) long day,
      @ForAll @LongRange(min = 0, max = 4_000_000_000_000L) long millis,
      @ForAll byte[] data) {
    // given
    var id = new UUID(high, low);
    var sent =
        new EventRecord(
            EventRecord.idOf(id, sequence),
            "/sen/test",
            id,
            "test.thing.happened.v1",
            Instant.ofEpochMilli(millis),
            sequence,
            LocalDate.ofEpochDay(day),
            sequence % 2 == 0 ? Cause.UNKNOWN : new Cause("import:x", null, "00-trace-01"),
            data);

    // then
    assertThat(EventRecord.from(WireMother.received(sent.toProducerRecord("t"))))
        .usingRecursiveComparison()
        .isEqualTo(sent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ce_id",
        "ce_source",
        "ce_subject",
        "ce_type",
        "ce_time",
        "ce_sequence",
        "ce_effectivedate"
      })
  void a_record_without_a_mandatory_header_is_malformed(String header) {
    // given
    var record = record(anyEvent(), Cause.UNKNOWN).toProducerRecord("t");
    record.headers().remove(header);

    // then
    assertThatThrownBy(() -> EventRecord.from(WireMother.received(record)))
        .isInstanceOf(MalformedEventException.class)
        .hasMessageContaining(header);
  }

  @ParameterizedTest
  @CsvSource({
    "ce_subject, me",
    "ce_time, yesterday",
    "ce_sequence, 1.0",
    "ce_effectivedate, 2023-02-30"
  })
  void a_record_with_an_unreadable_header_is_malformed(String header, String value) {
    // given
    var record = record(anyEvent(), Cause.UNKNOWN).toProducerRecord("t");
    record.headers().remove(header).add(header, value.getBytes(UTF_8));

    // then
    assertThatThrownBy(() -> EventRecord.from(WireMother.received(record)))
        .isInstanceOf(MalformedEventException.class);
  }

  @Test
  void a_record_without_data_is_malformed() {
    var tombstone = new ProducerRecord<byte[], byte[]>("t", new byte[0], null);
    assertThatThrownBy(() -> EventRecord.from(WireMother.received(tombstone)))
        .isInstanceOf(MalformedEventException.class);
  }

  private static MemberRegistered anyEvent() {
    return new MemberRegistered(BRANCH, MemberType.ORDINARY, null, null, JOINED, List.of());
  }

  private static EventRecord record(MemberRegistered event, Cause cause) {
    return new EventRecord(
        EventRecord.idOf(MEMBER, 1),
        MembershipEvents.SOURCE,
        MEMBER,
        MembershipEvents.CATALOG.nameOf(event),
        Instant.parse("2026-01-02T03:04:05.678Z"),
        1,
        event.effectiveDate(),
        cause,
        MembershipEvents.CATALOG.encode(event));
  }

  private static Map<String, String> headers(ProducerRecord<byte[], byte[]> record) {
    var headers = new LinkedHashMap<String, String>();
    record.headers().forEach(h -> headers.put(h.key(), new String(h.value(), UTF_8)));
    return headers;
  }
}

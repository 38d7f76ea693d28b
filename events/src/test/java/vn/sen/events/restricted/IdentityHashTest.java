package vn.sen.events.restricted;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import vn.sen.events.MalformedEventException;
import vn.sen.events.restricted.IdentityHash.Word;

class IdentityHashTest {

  private static final UUID MEMBER = UUID.fromString("6f2f1d9a-0000-4000-8000-000000000001");
  private static final UUID HOUSEHOLD = UUID.fromString("6f2f1d9a-0000-4000-8000-000000000002");

  private static ConsumerRecord<byte[], byte[]> received(ProducerRecord<byte[], byte[]> sent) {
    var received = new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
    sent.headers().forEach(received.headers()::add);
    return received;
  }

  @Test
  void aWordIsARecordOfTheMember() {
    // given
    var said = new IdentityHash("hash", HOUSEHOLD, LocalDate.of(2020, 3, 8), null);
    var word = new Word(MEMBER, 7, said);

    // when
    var record = word.toProducerRecord();

    // then
    assertThat(record.topic()).isEqualTo("membership.identity-hash.restricted.v1");
    assertThat(new String(record.key(), UTF_8)).isEqualTo(MEMBER.toString());
    assertThat(new String(record.value(), UTF_8))
        .isEqualTo(
            "{\"hash\":\"hash\",\"householdId\":\"%s\",\"from\":\"2020-03-08\"}"
                .formatted(HOUSEHOLD));
    assertThat(new String(record.headers().lastHeader("sequence").value(), UTF_8)).isEqualTo("7");
    assertThat(Word.from(received(record))).isEqualTo(word);
  }

  @Test
  void aWithdrawalHasNoValueSoThatCompactionForgets() {
    var record = new Word(MEMBER, 8, null).toProducerRecord();

    assertThat(record.value()).isNull();
    assertThat(Word.from(received(record))).isEqualTo(new Word(MEMBER, 8, null));
  }

  @Test
  void whatIsNoneOfOursIsRefused() {
    var topic = IdentityHash.TOPIC.name();
    var key = MEMBER.toString().getBytes(UTF_8);
    var withoutSequence = new ConsumerRecord<>(topic, 0, 0, key, "{}".getBytes(UTF_8));
    var unreadable = new Word(MEMBER, 8, null).toProducerRecord();
    var broken = new ConsumerRecord<>(topic, 0, 0, key, "{".getBytes(UTF_8));
    unreadable.headers().forEach(broken.headers()::add);

    assertThatThrownBy(() -> Word.from(withoutSequence))
        .isInstanceOf(MalformedEventException.class);
    assertThatThrownBy(() -> Word.from(broken)).isInstanceOf(MalformedEventException.class);
  }
}

package vn.sen.chassis.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.deadletter.DeadLetterLog.Letter;
import vn.sen.chassis.deadletter.DeadLetterLog.Place;
import vn.sen.embedded.SharedInfrastructure;

/** Dead letters read from a real broker. */
class DeadLetterLogTest {

  private static final String TOPIC = "test.letters-listed.events.v1";
  private static final int LETTERS = 75;

  private final String bootstrap = SharedInfrastructure.kafkaBootstrap();
  private final String group = "nobody." + UUID.randomUUID();
  private final DeadLetterLog log = new DeadLetterLog(bootstrap);

  @BeforeEach
  void send() throws Exception {
    try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
        var producer = new DeadLetterProducer(bootstrap, group)) {
      admin.createTopics(List.of(DeadLetterTopic.of(TOPIC, group))).all().get();
      producer.send(IntStream.range(0, LETTERS).mapToObj(DeadLetterLogTest::letter).toList());
    }
  }

  private static DeadLetter letter(int number) {
    var content = ("letter " + number).getBytes(UTF_8);
    return new DeadLetter(new ConsumerRecord<>(TOPIC, 3, number, content, content), "Unreadable");
  }

  private List<Letter> list(@Nullable Place after, int limit) {
    return log.list(place -> place.group().equals(group), after, limit);
  }

  @Test
  void aListIsAsLongAsAskedForAndAPageGoesOnWhereTheLastOneEnded() {
    var first = list(null, 50);
    assertThat(first).extracting(Letter::offset).hasSize(50).startsWith(0L, 1L).endsWith(49L);
    assertThat(first)
        .allSatisfy(letter -> assertThat(letter.place().topic()).isEqualTo(TOPIC))
        .extracting(Letter::partition)
        .containsOnly(3);
    assertThat(list(first.getLast().place(), 50)).extracting(Letter::offset).hasSize(25);
  }

  @Test
  void whatIsInALetterIsReadWithTheLetterAlone() {
    // given a letter of a list, which does not hold it
    var letter = list(null, LETTERS).get(30);
    // then
    var whole = log.find(letter.place()).orElseThrow();
    assertThat(whole.letter()).isEqualTo(letter);
    assertThat(whole.record().value()).asString().isEqualTo("letter 30");
    assertThat(log.find(new Place(letter.place().letters(), LETTERS))).isEmpty();
  }
}

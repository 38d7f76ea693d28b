package vn.sen.chassis.consume;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.sen.chassis.consume.LampLog.header;
import static vn.sen.chassis.consume.LampService.freshDatabase;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.deadletter.DeadLetterReplay;
import vn.sen.embedded.SharedInfrastructure;

/** One running instance, several lamps. */
class EventConsumerTest {

  private static LampLog log;
  private static LampService service;

  private final UUID lamp = UUID.randomUUID();
  private final UUID other = UUID.randomUUID();
  private final DeadLetterReplay replay =
      new DeadLetterReplay(SharedInfrastructure.kafkaBootstrap());

  @BeforeAll
  static void start() {
    log = new LampLog();
    log.createTopic(2);
    service = LampService.start(log, freshDatabase());
  }

  @AfterAll
  static void stop() {
    service.close();
    log.close();
  }

  @Test
  void what_concerns_the_handler_is_handled_in_order() {
    // when
    log.lit(lamp, 1);
    log.dusted(lamp, 2);
    log.lit(lamp, 3);

    // then
    eventually().untilAsserted(() -> assertThat(service.done(lamp)).containsExactly(1L, 3L));
  }

  @Test
  void an_aggregate_that_concerns_nobody_leaves_no_trace() {
    // when
    log.lit(other, 1);
    eventually().untilAsserted(() -> assertThat(service.done(other)).containsExactly(1L));
    long before = service.inboxSize();
    var dusty = IntStream.range(0, 50).mapToObj(_ -> UUID.randomUUID()).toList();
    dusty.forEach(d -> log.dusted(d, 1));
    log.lit(other, 2);
    log.lit(lamp, 1);

    // then
    eventually().untilAsserted(() -> assertThat(service.done(other)).containsExactly(1L, 2L));
    eventually().untilAsserted(() -> assertThat(service.done(lamp)).containsExactly(1L));
    assertThat(service.inboxSize()).isEqualTo(before + 1);
  }

  @Test
  void the_first_event_that_concerns_it_may_have_any_version() {
    // when
    log.dusted(lamp, 1);
    log.dusted(lamp, 2);
    log.lit(lamp, 3);
    log.lit(lamp, 4);

    // then
    eventually().untilAsserted(() -> assertThat(service.done(lamp)).containsExactly(3L, 4L));
  }

  @Test
  void duplicates_and_reorderings_change_nothing() {
    // given ten lamps, each event up to three times, in a random order after the first
    var random = new Random(42);
    var lamps = IntStream.range(0, 10).mapToObj(_ -> UUID.randomUUID()).toList();
    record Delivery(UUID lamp, long sequence) {}
    var deliveries = new ArrayList<Delivery>();
    for (var l : lamps) {
      for (long s = 1; s <= 20; s++) {
        for (int times = 0; times <= random.nextInt(3); times++) {
          deliveries.add(new Delivery(l, s));
        }
      }
    }
    Collections.shuffle(deliveries, random);

    // when
    lamps.forEach(l -> log.lit(l, 1));
    deliveries.forEach(d -> log.lit(d.lamp(), d.sequence()));

    // then
    var all = LongStream.rangeClosed(1, 20).boxed().toList();
    eventually()
        .untilAsserted(
            () -> assertThat(lamps).allSatisfy(l -> assertThat(service.done(l)).isEqualTo(all)));
    eventually().untilAsserted(() -> assertThat(service.parkedSize()).isZero());
  }

  @Test
  void a_malformed_event_goes_to_the_dead_letters_and_its_aggregate_waits() {
    // when
    log.lit(lamp, 1);
    log.send(LampLog.record(lamp, 2, "test.lamp.lit.v1", "{\"brightness\":\"x\"}".getBytes(UTF_8)));
    log.lit(lamp, 3);
    log.lit(other, 1);

    // then
    eventually().untilAsserted(() -> assertThat(service.done(other)).containsExactly(1L));
    eventually().untilAsserted(() -> assertThat(deadReasons(lamp)).hasSize(1));
    eventually().untilAsserted(() -> assertThat(service.parkedSize()).isEqualTo(1));
    assertThat(service.done(lamp)).containsExactly(1L);
    var letter = letters(lamp).getFirst();
    assertThat(header(letter, "sen_dlt_topic")).isEqualTo(log.topic);
    assertThat(header(letter, "sen_dlt_partition")).matches("[01]");
    assertThat(header(letter, "sen_dlt_offset")).matches("\\d+");
    assertThat(header(letter, "sen_dlt_reason")).contains("test.lamp.lit.v1").doesNotContain("x\"");
    assertThat(header(letter, "ce_id")).isEqualTo(lamp + ".2");
    assertThat(new String(letter.value(), UTF_8)).isEqualTo("{\"brightness\":\"x\"}");

    // when a good one comes in its place
    log.lit(lamp, 2);

    // then what waited is released
    eventually().untilAsserted(() -> assertThat(service.done(lamp)).containsExactly(1L, 2L, 3L));
    eventually().untilAsserted(() -> assertThat(service.parkedSize()).isZero());
  }

  @Test
  void an_unknown_type_is_kept_even_as_the_first_event_of_an_aggregate() {
    // when
    log.send(LampLog.record(lamp, 4, "test.lamp.lit.v2", "{}".getBytes(UTF_8)));
    log.lit(lamp, 5);
    eventually().untilAsserted(() -> assertThat(deadReasons(lamp)).hasSize(1));

    // then
    assertThat(deadReasons(lamp)).containsExactly("Unknown event type test.lamp.lit.v2");
    eventually().untilAsserted(() -> assertThat(service.parkedSize()).isEqualTo(1));
    assertThat(service.done(lamp)).isEmpty();

    // when the operator decides to go on without it
    giveUp(lamp);

    // then
    eventually().untilAsserted(() -> assertThat(service.done(lamp)).containsExactly(5L));
  }

  @Test
  void records_that_are_no_events_are_kept_and_passed_over() {
    // given
    int before = log.deadLetters().size();

    // when a tombstone, noise, and an event
    log.send(new ProducerRecord<>(log.topic, lamp.toString().getBytes(UTF_8), null));
    log.send(new ProducerRecord<>(log.topic, lamp.toString().getBytes(UTF_8), new byte[] {1}));
    log.lit(lamp, 1);

    // then
    eventually().untilAsserted(() -> assertThat(service.done(lamp)).containsExactly(1L));
    assertThat(log.deadLetters()).hasSize(before + 2);
  }

  @Test
  void a_command_refused_by_a_rule_goes_to_the_dead_letters_and_is_done_after_the_repair() {
    // given
    log.lit(lamp, 1);
    eventually().untilAsserted(() -> assertThat(service.done(lamp)).containsExactly(1L));
    service.failures.put(lamp, LampService.LampBroken::new);

    // when
    log.lit(lamp, 2);
    log.lit(lamp, 3);
    log.lit(other, 1);

    // then
    eventually().untilAsserted(() -> assertThat(service.done(other)).containsExactly(1L));
    eventually()
        .untilAsserted(() -> assertThat(deadReasons(lamp)).containsExactly("Refused: lamp-broken"));

    // when
    service.failures.clear();
    replay.replay(log.topic, log.group, _ -> DeadLetterReplay.Choice.AGAIN);

    // then
    eventually().untilAsserted(() -> assertThat(service.done(lamp)).containsExactly(1L, 2L, 3L));
  }

  @Test
  void an_event_released_into_a_refusal_waits_in_its_turn() {
    // given 2 is missing, 3 and 4 wait
    log.lit(lamp, 1);
    log.lit(lamp, 3);
    log.lit(lamp, 4);
    eventually().untilAsserted(() -> assertThat(service.parkedSize()).isEqualTo(2));
    var calls = new AtomicInteger();
    service.failures.put(
        lamp,
        () ->
            calls.incrementAndGet() == 1
                ? new com.mongodb.MongoException("away for a moment")
                : new LampService.LampBroken());

    // when 2 comes: tried again, then refused
    log.lit(lamp, 2);
    eventually().untilAsserted(() -> assertThat(deadReasons(lamp)).hasSize(1));

    // then
    assertThat(letters(lamp).getFirst())
        .satisfies(l -> assertThat(header(l, "ce_sequence")).isEqualTo("2"));

    // when
    service.failures.clear();
    replay.replay(log.topic, log.group, _ -> DeadLetterReplay.Choice.AGAIN);

    // then
    eventually()
        .untilAsserted(() -> assertThat(service.done(lamp)).containsExactly(1L, 2L, 3L, 4L));
    eventually().untilAsserted(() -> assertThat(service.parkedSize()).isZero());
  }

  @Test
  void a_failure_of_the_handler_itself_stops_one_aggregate_after_a_few_tries() {
    // given
    var tries = new AtomicInteger();
    service.failures.put(
        lamp,
        () -> {
          tries.incrementAndGet();
          return new IllegalStateException("secret");
        });

    // when
    log.lit(lamp, 1);
    log.lit(other, 1);

    // then
    eventually().untilAsserted(() -> assertThat(service.done(other)).containsExactly(1L));
    eventually()
        .untilAsserted(
            () -> assertThat(deadReasons(lamp)).containsExactly("java.lang.IllegalStateException"));
    assertThat(tries).hasValueGreaterThan(3);
    service.failures.clear();
    giveUp(lamp);
  }

  @Test
  void an_event_that_concerns_it_is_never_taken_for_a_duplicate_of_what_it_did_not_see() {
    // when
    log.lit(lamp, 3);
    eventually().untilAsserted(() -> assertThat(service.done(lamp)).containsExactly(3L));
    log.lit(lamp, 2);
    log.dusted(lamp, 1);
    log.lit(lamp, 4);

    // then
    eventually().untilAsserted(() -> assertThat(service.done(lamp)).containsExactly(3L, 4L));
    assertThat(deadReasons(lamp))
        .containsExactly("Version 2 came after version 3 had been handled as the first");
  }

  @Test
  void what_was_redelivered_for_another_group_is_not_for_this_one() {
    // given
    log.lit(lamp, 1);
    var redelivered = LampLog.record(lamp, 2, new LampEvent.LampLit(2)).toProducerRecord(log.topic);
    redelivered.headers().add("sen_redelivery_group", "other.group".getBytes(UTF_8));

    // when
    log.send(redelivered);
    log.lit(other, 1);
    log.lit(lamp, 3);

    // then
    eventually().untilAsserted(() -> assertThat(service.parkedSize()).isEqualTo(1));
    assertThat(service.done(lamp)).containsExactly(1L);
    log.lit(lamp, 2);
    eventually().untilAsserted(() -> assertThat(service.done(lamp)).containsExactly(1L, 2L, 3L));
  }

  private void giveUp(UUID which) {
    replay.replay(
        log.topic,
        log.group,
        letter ->
            header(letter, "ce_subject").equals(which.toString())
                ? DeadLetterReplay.Choice.GIVE_UP
                : DeadLetterReplay.Choice.AGAIN);
  }

  private static List<org.apache.kafka.clients.consumer.ConsumerRecord<byte[], byte[]>> letters(
      UUID which) {
    return log.deadLetters().stream()
        .filter(l -> header(l, "ce_subject").equals(which.toString()))
        .toList();
  }

  private static List<String> deadReasons(UUID which) {
    return letters(which).stream().map(l -> header(l, "sen_dlt_reason")).toList();
  }

  private static ConditionFactory eventually() {
    log.flush();
    return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
  }
}
